#include "site/metrics_site.hpp"

#include "net/server/this_machine.hpp"
#include "site/refusals.hpp"

namespace host_stub {

WebResponse metricsAnswer(Metrics& metrics) {
  return {200, {{"Content-Type", std::string(Metrics::kContentType)}}, metrics.render()};
}

void MetricsSite::admit(const RequestHead& head, Decide decide) {
  if (head.path != "/metrics") return decide({.answer = notFound(), .stranger = true});
  if (head.method != "GET" && head.method != "HEAD")
    return decide({.answer = methodNotAllowed("GET, HEAD"), .stranger = true});
  if (isForThisMachine_ && !isFromThisMachine(head))
    return decide(
        {.answer = errorAnswer(403,
                               "these metrics are for programs on this machine, which ask for them as "
                               "http://127.0.0.1 or localhost: to ask from elsewhere, start host_stub with "
                               "another address as --metrics-listen"),
         .stranger = true});
  decide({.answer = metricsAnswer(metrics_)});
}

void MetricsSite::handle(WebRequest, Respond respond) {
  respond(notFound());
}

}  // namespace host_stub
