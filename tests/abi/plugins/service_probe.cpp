// Lets every entry call all service functions and report their statuses in its error: "storeGet=0 storeScan=9
// ...". disable keeps its call; status uses the kept call too and reports under "kept:".
#include "sound_plugin.hpp"

static const integration_host* host = nullptr;
static const integration_call* kept = nullptr;

template <class Table>
static const Table* service(const char* id) {
  return static_cast<const Table*>(host->service(host, {id, std::strlen(id)}));
}

static std::string probe(const integration_call* call) {
  static const integration_sink nobody{nullptr, nullptr};
  static const std::string hire = R"({"firstName":"A","sourceId":"s","fields":{}})";
  const integration_view key{"k", 1}, json = Sound::view(hire);
  static const auto take = [](void*, const integration_entry*) -> int32_t { return INTEGRATION_OK; };
  const integration_op op{sizeof(op), INTEGRATION_PUT, key, key, 0, 0, 0, 0};
  const integration_commit commit{sizeof(commit), sizeof(op), &op, 1, 0};
  integration_commit_result result{sizeof(result), 0, 0};
  uint32_t more = 0;
  int64_t now = 0;
  uint8_t byte = 0;
  const auto* store = service<integration_store>(INTEGRATION_STORE);
  const auto* members = service<integration_members>(INTEGRATION_MEMBERS);
  std::string report;
  auto tell = [&](const char* name, int32_t status) {
    report += std::string(name) + "=" + std::to_string(status) + " ";
  };
  tell("storeGet", store->get(call, &key, 1, {nullptr, take}, nobody));
  tell("storeScan", store->scan(call, key, {nullptr, 0}, 0, 1, {nullptr, take}, &more, nobody));
  tell("storeCommit", store->commit(call, &commit, &result, nobody));
  tell("httpSend",
       service<integration_http>(INTEGRATION_HTTP)
           ->send(call, nullptr, sizeof(integration_http_request), 0,
                  {nullptr, [](void*, const integration_http_outcome*) -> int32_t { return 0; }}, nobody));
  tell("secretsGet",
       service<integration_secrets>(INTEGRATION_SECRETS)
           ->get(call, key, 0, {nullptr, [](void*, integration_view) -> int32_t { return 0; }}, nobody));
  tell("membersCreate", members->create(call, key, json, nobody, nobody));
  tell("membersGet", members->get(call, key, nobody, nobody));
  tell("membersMatch", members->match(call, json, nobody, nobody));
  tell("clockNow", service<integration_clock>(INTEGRATION_CLOCK)->now(call, &now));
  tell("randomFill", service<integration_random>(INTEGRATION_RANDOM)->fill(call, &byte, 1));
  tell("logWrite", service<integration_log>(INTEGRATION_LOG)
                       ->write(call, INTEGRATION_LOG_INFO, key, nullptr, sizeof(integration_log_field), 0));
  tell("wake", service<integration_wake>(INTEGRATION_WAKE)->wake(call));
  tell("listsGet",
       service<integration_lists>(INTEGRATION_LISTS)
           ->get(call, key, {nullptr, [](void*, integration_view) -> int32_t { return 0; }}, nobody));
  tell("noticesTell", service<integration_notices>(INTEGRATION_NOTICES)
                          ->tell(call, Sound::view(R"({"key":"k","kind":"new_hire","text":"t"})"), nobody));
  return report;
}

static int32_t report(integration_sink error, const std::string& text) {
  Sound::write(error, "{\"code\":13,\"message\":\"" + text + "\",\"issues\":[]}");
  return INTEGRATION_INTERNAL;
}
static int32_t json(const integration_call* call, integration_instance*, integration_view, integration_sink,
                    integration_sink error) {
  return report(error, probe(call));
}
static int32_t noRequest(const integration_call* call, integration_instance*, integration_sink,
                         integration_sink error) {
  return report(error, probe(call) + (kept == nullptr ? "" : "kept:" + probe(kept)));
}
static int32_t webhook(const integration_call* call, integration_instance*,
                       const integration_webhook_request*, integration_webhook_reply,
                       integration_sink error) {
  return report(error, probe(call));
}

static integration_api probing() {
  integration_api api = Sound::table();
  api.create = [](const integration_call* call, const integration_host* given, integration_view config,
                  integration_instance** out, integration_sink error) {
    host = given;
    const bool wanted = std::string(config.ptr, config.len).find("probe create") != std::string::npos;
    return wanted ? report(error, probe(call)) : Sound::create(call, given, config, out, error);
  };
  api.destroy = [](const integration_call* call, integration_instance*, integration_sink error) {
    return report(error, probe(call));
  };
  api.configure = api.enable = api.list_staged = api.promote = api.discard = json;
  api.disable = [](const integration_call* call, integration_instance* instance, integration_view request,
                   integration_sink out, integration_sink error) {
    kept = call;
    return json(call, instance, request, out, error);
  };
  api.handle_webhook = webhook;
  api.status = api.run_work = noRequest;
  api.extension = [](const integration_call*, integration_view id) -> const void* {
    static const integration_operation action{sizeof(integration_operation), INTEGRATION_CALL_USER_ACTION,
                                              json};
    static const integration_operation query{sizeof(integration_operation), INTEGRATION_CALL_QUERY, json};
    static const integration_operation source{sizeof(integration_operation), INTEGRATION_CALL_SOURCE_ACTION,
                                              json};
    const std::string wanted(id.ptr, id.len);
    return wanted == "action/1" ? &action : wanted == "source/1" ? &source : &query;
  };
  return api;
}

EXPORT_TABLE(probing())
