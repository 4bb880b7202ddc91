#include "net/server/metrics.hpp"

namespace host_stub {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == '"') out += '\\';
    if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out;
}

std::string rendered(const Labels& labels) {
  std::string out;
  for (const auto& [name, value] : labels)
    out.append(out.empty() ? "{" : ",").append(name).append("=\"").append(escaped(value)).append("\"");
  return out.empty() ? out : out + "}";
}

template <class Families>
void renderFamilies(const Families& families, std::string_view type, std::string_view suffix,
                    std::string& out) {
  for (const auto& [name, family] : families) {
    out.append("# TYPE ").append(name).append(" ").append(type).append("\n");
    out.append("# HELP ").append(name).append(" ").append(escaped(family.help)).append("\n");
    for (const auto& [labels, metric] : family.series)
      out.append(name)
          .append(suffix)
          .append(labels)
          .append(" ")
          .append(std::to_string(metric.value()))
          .append("\n");
  }
}

}  // namespace

template <class Metric>
Metric& Metrics::find(Families<Metric>& families, std::string_view name, std::string_view help,
                      const Labels& labels) {
  const std::lock_guard lock(mutex_);
  Family<Metric>& family = families[std::string(name)];
  if (family.help.empty()) family.help = help;
  return family.series[rendered(labels)];
}

Counter& Metrics::counter(std::string_view name, std::string_view help, const Labels& labels) {
  return find(counters_, name, help, labels);
}

Gauge& Metrics::gauge(std::string_view name, std::string_view help, const Labels& labels) {
  return find(gauges_, name, help, labels);
}

std::string Metrics::render() const {
  const std::lock_guard lock(mutex_);
  std::string out;
  renderFamilies(counters_, "counter", "_total", out);
  renderFamilies(gauges_, "gauge", "", out);
  return out + "# EOF\n";
}

}  // namespace host_stub
