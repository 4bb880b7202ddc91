#include "fields/import_settings.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "fields/fields.hpp"
#include "fields/source_id.hpp"

namespace ashby {
namespace {

using integration::Issue;

constexpr std::array<std::string_view, 4> kOwners = {"candidate:", "application:", "offer:", "job:"};
constexpr std::size_t kMostEntries = 1000;

template <std::size_t n>
bool oneOf(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool isSource(const std::string& source) {
  if (source == "ashby") return true;
  return std::any_of(kOwners.begin(), kOwners.end(), [&](std::string_view owner) {
    return source.starts_with(owner) && isId(source.substr(owner.size()));
  });
}

}  // namespace

bool ImportSettings::isOn(const std::string& field) const {
  const auto found = fields.find(field);
  return found == fields.end() || found->second;
}

bool ImportSettings::anyOn(std::initializer_list<const char*> names) const {
  return std::any_of(names.begin(), names.end(), [&](const char* name) { return isOn(name); });
}

bool ImportSettings::asks(std::string_view prefix) const {
  for (const auto& [field, of] : sources)
    if (isOn(field) &&
        std::any_of(of.begin(), of.end(), [&](const auto& one) { return one.starts_with(prefix); }))
      return true;
  return false;
}

bool isLocked(const std::string& field) {
  const integration::FieldInfo* info = integration::fieldInfo(field);
  return info != nullptr && (info->required || info->identifies);
}

std::vector<Issue> importSettingsIssues(const ImportSettings& settings) {
  std::vector<Issue> issues;
  auto add = [&](std::string path, const char* code, std::string message) {
    issues.push_back({std::move(path), code, std::move(message)});
  };
  for (const auto& [field, on] : settings.fields) {
    if (!isField(field)) add("fields/" + field, "unknown", "there is no field of this name");
    if (!on && isLocked(field)) add("fields/" + field, "locked", "this field is always imported");
  }
  for (const auto& [field, sources] : settings.sources) {
    if (!isField(field) && field != kWholeName)
      add("sources/" + field, "unknown", "there is no field of this name");
    for (const std::string& source : sources)
      if (!isSource(source))
        add("sources/" + field, "invalid",
            "a source is ashby, or candidate:, application:, offer: or job: with a custom field's id");
  }
  for (const auto& [field, values] : settings.values) {
    const integration::FieldInfo* info = integration::fieldInfo(field);
    if (info == nullptr || info->kind != integration::FieldKind::list)
      add("values/" + field, "unknown", "values are mapped for department, placeOfWork and contractType");
    if (values.size() > kMostEntries) add("values/" + field, "too_long", "at most 1000 values can be mapped");
  }
  if (settings.payPeriod && !oneOf(integration::kPayPeriods, *settings.payPeriod))
    add("payPeriod", "invalid", "choose annual, monthly, weekly, daily or hourly, or null to leave it open");
  if (settings.phoneRegion && (settings.phoneRegion->size() != 2 ||
                               !std::all_of(settings.phoneRegion->begin(), settings.phoneRegion->end(),
                                            [](char c) { return c >= 'A' && c <= 'Z'; })))
    add("phoneRegion", "invalid", "write the country as two capital letters, such as GB");
  if (settings.scope) {
    const std::array<std::pair<const char*, const std::vector<std::string>*>, 3> lists = {
        {{"scope/departments", &settings.scope->departments},
         {"scope/jobs", &settings.scope->jobs},
         {"scope/locations", &settings.scope->locations}}};
    for (const auto& [path, list] : lists) {
      if (list->size() > kMostEntries) add(path, "too_long", "at most 1000 can be named");
      if (std::any_of(list->begin(), list->end(), [](const std::string& name) { return blank(name); }))
        add(path, "invalid", "a name or an id can't be empty");
    }
  }
  return issues;
}

}  // namespace ashby
