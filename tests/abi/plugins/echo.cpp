// A plugin of the author kit that answers with its arguments, so that a test sees every value arrive.
#include <atomic>

#include "integration/define_extension.hpp"

using namespace integration;

namespace {

class Echo : public IntegrationPlugin {
 public:
  explicit Echo(const InstanceConfig& config) : config_(config) {
    if (config.connectionId == "throw std") throw std::runtime_error("no such luck");
    if (config.connectionId == "throw int") throw 42;
    if (config.connectionId == "throw failure")
      throw Failure(
          Error{Code::resourceExhausted, "no room", 1500, {{"connectionId", "full", "take another"}}});
  }
  // For the connection id "witness ADDRESS", the counter at ADDRESS counts destroyed instances.
  ~Echo() override {
    if (config_.connectionId.starts_with("witness "))
      ++*reinterpret_cast<std::atomic<int>*>(std::stoull(config_.connectionId.substr(8)));
  }
  static Description describe() { return {PLUGIN_ID, PLUGIN_ID, "1.0.0"}; }

  static const integration_operation* extension(std::string_view id) noexcept {
    if (id == kRestore) return userAction<&Echo::restore>();
    if (id == kExplain) return query<&Echo::why>();
    return nullptr;
  }

  void configure(Call& call, std::string_view settings) override {
    write(call, "settings", settings);
    if (settings == "throw std") throw std::runtime_error("unexpected");
    if (settings == "throw int") throw 42;
  }
  void enable(Call& call) override { write(call, "enabledBy", call.actor()); }
  void disable(Call& call) override { write(call, "enabledBy", call.cancelled() ? "cancelled" : "nobody"); }

  WebhookReply handleWebhook(Call&, const WebhookRequest& request) override {
    return {202,
            {request.headers.begin(), request.headers.end()},
            std::string(request.method) + " " + std::string(request.pathSuffix) + " " +
                std::string(request.body) + " " + std::string(request.peer) + " " +
                std::to_string(request.receivedAt)};
  }
  ListPage listStaged(Call&, const ListQuery& asked) override {
    ListPage page;
    page.total = asked.limit;
    page.data.emplace_back().id = asked.q.value_or("none") + (asked.after ? " after " + asked.after->id : "");
    return page;
  }
  PromoteResult promote(Call& call, const PromoteRequest& request) override {
    HireFields fields;
    fields.firstName = request.fields.at("firstName");
    fields.lastName = fields.jobTitle = "x";
    const MemberCreated member = call.members().create(request.id, fields);
    return {member.person, !member.created};
  }
  void discard(Call&, const DiscardRequest& request) override {
    throw Failure(Error{Code::aborted, request.id, 250, {{"id", "stale", request.erase ? "erase" : "keep"}}});
  }
  ConnectionStatus status(Call& call) override {
    ConnectionStatus status;
    status.health = std::to_string(call.clock().now()) + " " + config_.connectionId;
    return status;
  }
  // Works until it is cancelled.
  WorkResult runWork(Call& call) override {
    call.log().info("working");
    while (!call.cancelled()) call.clock().now();
    return {true, call.deadline()};
  }

  void restore(Call& call, const RestoreRequest& request) { write(call, "restored", request.id); }
  ImportExplanation why(Call& call, const ExplainQuery& asked) {
    return {true, call.store().get(asked.q).value, asked.q};
  }

 private:
  static void write(Call& call, std::string key, std::string_view value) {
    Commit commit;
    commit.ops.push_back(Op::put(std::move(key), std::string(value)));
    if (!call.store().commit(commit).ok()) throw Failure(Code::aborted, "not written");
  }

  InstanceConfig config_;
};

}  // namespace

INTEGRATION_PLUGIN(Echo)
