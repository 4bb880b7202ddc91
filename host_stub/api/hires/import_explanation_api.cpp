#include "api/hires/import_explanation_api.hpp"

#include "api/hires/hire_view.hpp"
#include "integration/describe_json.hpp"

namespace host_stub {

using integration::Code;
using integration::Failure;
using integration::ImportExplanation;
using integration::Json;

namespace {

constexpr std::size_t kWhyThreadsPerPlugin = 8;
constexpr std::chrono::milliseconds kWithin{LiveConnection::kRequestMs};

// Returns what the connection knows, or that it can't say: it hides no other one's answer.
ImportExplanation askOne(LiveConnection& connection, const std::string& actor, const std::string& q) {
  try {
    return connection.run<ImportExplanation>(actor, integration::kExplain, integration::ExplainQuery{q});
  } catch (const Failure& failure) {
    if (failure.code() == Code::unimplemented)
      return {false, "unknown", "This integration doesn't tell what became of anybody."};
    return {false, "unknown", "It can't say now: " + failure.error().message + "."};
  }
}

}  // namespace

Json whyView(const std::string& connection, ImportExplanation answer) {
  for (integration::PersonExplanation& person : answer.people)
    if (person.hireId) person.hireId = hireListId(connection, *person.hireId);
  return integration::toJson(answer);
}

WhyApi::WhyApi(ConnectionHub& hub) : hub_(hub), asks_(kWhyThreadsPerPlugin) {}

void WhyApi::addTo(Routes& routes) {
  addRoute(routes, this, Right::newHires, "GET", "/api/why", &WhyApi::why);
}

WebResponse WhyApi::why(const RequestContext& request) {
  const std::string q = request.query("q").value_or("");
  if (q.empty())
    throw Failure(Code::invalidArgument, "whom to look for is missing",
                  {{"q", "required", "give an application id, an e-mail address or a name"}});
  const auto connections = hub_.of(request.company());
  const auto results =
      asks_.ask<ImportExplanation>(connections, integration::kExplain, kWithin,
                                   [actor = request.user().id, q](LiveConnection& connection, auto) {
                                     return askOne(connection, actor, q);
                                   });
  Json data = Json::array();
  for (std::size_t i = 0; i < connections.size(); ++i) {
    const ImportExplanation answer = results[i].answer.value_or(
        ImportExplanation{false, "unknown", "It can't say now: " + results[i].outcome.reason + "."});
    const std::string& connection = connections[i]->key().connection;
    Json one = {{"connectionId", connection}, {"connectionName", connections[i]->connection().name}};
    one.update(whyView(connection, answer));
    data.push_back(std::move(one));
  }
  return ok({{"data", std::move(data)}});
}

}  // namespace host_stub
