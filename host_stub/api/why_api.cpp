#include "api/why_api.hpp"

#include <chrono>
#include <future>

namespace host_stub {

using integration::Code;
using integration::Failure;
using integration::Json;
using integration::WhyAnswer;

namespace {

constexpr std::size_t kConnectionsAtOnce = 8;
// No connection is asked after so long.
constexpr std::chrono::seconds kPatience{20};

}  // namespace

void WhyApi::addTo(Routes& routes) {
  addRoute(routes, this, Right::newHires, "GET", "/api/why", &WhyApi::why);
}

// Whoever can't answer says so: it hides no other one's answer.
WhyAnswer WhyApi::ask(const Connection& connection, const std::string& actor, const std::string& q) {
  try {
    const auto live = hub_.find(connection.key);
    if (!live) return {false, "unknown", "The connection has just been deleted."};
    return live->run<WhyAnswer>(actor, integration::kWhy, integration::WhyQuery{q});
  } catch (const Failure& failure) {
    if (failure.code() == Code::unimplemented)
      return {false, "unknown", "This integration doesn't tell what became of anybody."};
    return {false, "unknown", "It can't say now: " + failure.error().message + "."};
  }
}

WebResponse WhyApi::why(const RequestContext& request) {
  const std::string q = request.query("q").value_or("");
  if (q.empty())
    throw Failure(Code::invalidArgument, "whom to look for is missing",
                  {{"q", "required", "give an application id, an e-mail address or a name"}});
  const std::vector<Connection> connections = platform_.connections.list(request.company());
  const auto until = std::chrono::steady_clock::now() + kPatience;
  Json data = Json::array();
  for (std::size_t from = 0; from < connections.size(); from += kConnectionsAtOnce) {
    std::vector<std::future<WhyAnswer>> answers;
    const std::size_t to = std::min(from + kConnectionsAtOnce, connections.size());
    for (std::size_t i = from; i < to; ++i)
      answers.push_back(std::async(std::launch::async, [&, i]() -> WhyAnswer {
        if (std::chrono::steady_clock::now() >= until)
          return {false, "unknown", "It was not asked: the connections before it took too long."};
        return ask(connections[i], request.user().id, q);
      }));
    for (std::size_t i = from; i < to; ++i) {
      const WhyAnswer answer = answers[i - from].get();
      data.push_back({{"connectionId", connections[i].key.connection},
                      {"connectionName", connections[i].name},
                      {"found", answer.found},
                      {"state", answer.state},
                      {"reason", answer.reason}});
    }
  }
  return ok({{"data", std::move(data)}});
}

}  // namespace host_stub
