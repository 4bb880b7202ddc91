#include "hosting/connection_hub.hpp"

namespace host_stub {

namespace {

constexpr std::chrono::seconds kCloseWithin{30};
constexpr std::int64_t kWhileConfiguringMs = 200;

std::string reasonMissing(const Platform& platform, const std::string& integration) {
  return "the plugin " + integration +
         " is not loaded: " + platform.catalog.reasonMissing(integration).value_or("");
}

}  // namespace

LiveConnection::LiveConnection(Platform& platform, Connection connection, OtherConnections* others)
    : platform_(platform),
      connection_(std::move(connection)),
      integration_(platform.catalog.find(connection_.integration)),
      unavailable_(integration_ == nullptr ? std::optional(reasonMissing(platform, connection_.integration))
                                           : std::nullopt),
      others_(others) {}

const Integration& LiveConnection::loaded() const {
  if (unavailable_) throw integration::Failure(integration::Code::unavailable, *unavailable_);
  return *integration_;
}

CallContext LiveConnection::context(std::int64_t patienceMs, const std::string& actor) const {
  return {connection_.key, &loaded(), false, unixNow() + patienceMs, actor, newId(unixNow()), {},
          nullptr,         others_};
}

integration::PluginInstance& LiveConnection::instance() {
  std::call_once(made_, [&] {
    CallServices services(platform_, context(kRequestMs));
    instance_ = integration::PluginInstance::create(
        loaded().library, {connection_.key.connection, connection_.integration}, services.options());
  });
  return *instance_;
}

integration::ConnectionStatus LiveConnection::status() {
  CallServices services(platform_, context(kRequestMs));
  integration::ConnectionStatus status = instance().status(services.options());
  if (const auto suspect = platform_.crashes.suspect(connection_.key.connection)) {
    status.state = integration::ConnectionState::failing;
    status.health = suspect->reason;
  }
  return status;
}

void LiveConnection::configure(const std::string& actor, const std::string& settings,
                               const OfferedSecrets& offered) {
  CallContext with = context(kRequestMs, actor);
  with.offered = offered;
  struct Configuring {
    explicit Configuring(std::atomic<bool>& set) : flag(set) { flag = true; }
    ~Configuring() { flag = false; }
    std::atomic<bool>& flag;
  } configuring(configuring_);
  CallServices services(platform_, std::move(with));
  instance().configure(services.options(), settings);
  for (const auto& [name, value] : offered) platform_.vault.put(connection_.key, name, value, unixNow());
}

void LiveConnection::enable(const std::string& actor) {
  CallServices services(platform_, context(kRequestMs, actor));
  instance().enable(services.options());
}

void LiveConnection::disable(const std::string& actor) {
  CallServices services(platform_, context(kRequestMs, actor));
  instance().disable(services.options());
}

integration::WebhookReply LiveConnection::deliver(const integration::WebhookRequest& request) {
  CallServices services(platform_, context(kDeliveryMs));
  integration::WebhookReply reply = instance().handleWebhook(services.options(), request);
  if (reply.httpStatus >= 200 && reply.httpStatus < 300) services.secrets().deliveryTaken();
  return reply;
}

integration::ListPage LiveConnection::list(const integration::ListQuery& query, Ask ask) {
  CallContext with = context(kRequestMs);
  if (ask == Ask::nobody) with.others = nullptr;
  CallServices services(platform_, std::move(with));
  return instance().listStaged(services.options(), query);
}

std::optional<integration::NewHire> LiveConnection::hire(const std::string& id, Ask ask) {
  integration::ListQuery query;
  query.id = id;
  integration::ListPage page = list(query, ask);
  if (page.data.empty()) return std::nullopt;
  return std::move(page.data.front());
}

integration::PromoteResult LiveConnection::promote(const std::string& actor,
                                                   const integration::PromoteRequest& request) {
  CallServices services(platform_, context(kRequestMs, actor));
  return instance().promote(services.options(), request);
}

void LiveConnection::discard(const std::string& actor, const integration::DiscardRequest& request) {
  CallServices services(platform_, context(kRequestMs, actor));
  instance().discard(services.options(), request);
}

integration::WorkResult LiveConnection::runWork(const std::atomic<bool>& cancelled) {
  if (configuring_) return {false, unixNow() + kWhileConfiguringMs};
  CallContext with = context(kWorkMs);
  with.isWork = true;
  with.cancelled = &cancelled;
  CallServices services(platform_, std::move(with));
  return instance().runWork(services.options());
}

std::vector<integration::PossibleDuplicate> LiveConnection::match(const integration::MatchQuery& query,
                                                                  std::int64_t deadline) {
  if (!supports(integration::kMatch)) return {};
  CallContext with = context(0);
  with.deadline = deadline;
  with.others = nullptr;  // or two connections would ask each other for ever
  CallServices services(platform_, std::move(with));
  return instance().run<integration::Matches>(services.options(), integration::kMatch, query).data;
}

void LiveConnection::close() {
  if (unavailable_) return;
  try {
    for (const std::string& entry : instance().close(kCloseWithin))
      platform_.log.warning("a plugin call did not end: its library stays mapped",
                            {{"connection", connection_.key.connection}, {"call", entry}});
  } catch (const integration::Failure& failure) {
    platform_.log.warning("a plugin failed to let its connection go", {{"reason", failure.what()}});
  }
}

}  // namespace host_stub
