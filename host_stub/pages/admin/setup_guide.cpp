#include "pages/admin/setup_guide.hpp"

#include "pages/admin/connection_frame.hpp"
#include "pages/format.hpp"

namespace host_stub {

using integration::Json;

namespace {

// The settings that are secrets, masked as the API gives them.
Json secretFields(const Json& connection, const Json& integration, const FormErrors& problems) {
  Json fields = Json::array();
  for (const auto& [name, schema] : integration.at("settingsSchema").at("properties").items())
    if (schema.value("secret", false))
      fields.push_back({{"name", name},
                        {"title", schema.value("title", name)},
                        {"masked", textOf(connection.at("settings"), name)},
                        {"problem", problems.at(name)}});
  return fields;
}

bool haveAll(const Json& secrets) {
  for (const Json& one : secrets)
    if (textOf(one, "masked").empty()) return false;
  return true;
}

// After a key that lacks some: each permission, there or missing.
Json triedPermissions(const std::string& integration, const FormErrors& problems) {
  Json tried = Json::array();
  bool anyMissing = false;
  for (const SourcePermission& one : permissionsOf(integration)) {
    std::string help;
    for (const Json& problem : problems.all())
      if (const std::string message = textOf(problem, "message");
          message.find("lacks " + std::string(one.name)) != std::string::npos)
        help = message;
    anyMissing = anyMissing || !help.empty();
    tried.push_back({{"name", one.name},
                     {"help", help},
                     {"missing", !help.empty()},
                     {"present", help.empty() && !one.optional},
                     {"optional", one.optional}});
  }
  return anyMissing ? tried : Json::array();
}

Json permissionView(const std::string& integration) {
  Json all = Json::array();
  for (const SourcePermission& one : permissionsOf(integration))
    all.push_back({{"name", one.name}, {"why", one.why}, {"optional", one.optional}});
  return all;
}

// The first that isn't done is the next.
void markSteps(Json& view, std::initializer_list<std::pair<const char*, bool>> steps) {
  bool before = true;
  for (const auto& [name, done] : steps) {
    view[std::string(name) + "Class"] = done ? "is-done" : before ? "is-next" : "";
    view[std::string(name) + "Done"] = done;
    before = before && done;
  }
}

}  // namespace

std::vector<SourcePermission> permissionsOf(const std::string& integration) {
  if (integration != "ashby") return {};
  return {{"Candidates", "names, e-mail, phone, and who is hired", false},
          {"Offers", "start date and compensation", false},
          {"Jobs", "job title and contract type", false},
          {"Organization", "departments and places of work", false},
          {"Hiring Process Metadata", "only where custom fields are mapped", true}};
}

std::string setupGuide(const PageRequest& request, const Json& connection, const Json& integration,
                       const SetupMoment& moment) {
  const std::string id = textOf(integration, "id"), state = textOf(connection, "state");
  const Json secrets = secretFields(connection, integration, moment.problems);
  const Json tried = triedPermissions(id, moment.problems);
  const bool enabled = state != "disabled", hasKey = haveAll(secrets);
  const bool waiting = state == "waiting";
  const bool works = enabled && !waiting && !textOf(connection, "lastWebhookAt").empty();
  Json view{{"address", connectionPage(request)},
            {"ashby", id == "ashby"},
            {"integrationName", textOf(integration, "name")},
            {"enabled", enabled},
            {"secrets", secrets},
            {"noSecrets", secrets.empty()},
            {"anyTried", !tried.empty()},
            {"tried", tried},
            {"keyProblem", tried.empty() ? moment.problems.at("") : Json(nullptr)},
            {"permissions", permissionView(id)},
            {"requestUrl", textOf(connection, "requestUrl")},
            {"secretToken", moment.secretToken},
            {"live", moment.secretToken.empty()},
            {"lastRejection", moment.lastRejection},
            {"waiting", waiting},
            {"failing", state == "failing"}};
  markSteps(view, {{"enable", enabled},
                   {"create", hasKey},
                   {"key", hasKey},
                   {"hook", works && moment.lastRejection.empty()},
                   {"active", state == "active"}});
  return fill(request, "connection_setup", std::move(view));
}

}  // namespace host_stub
