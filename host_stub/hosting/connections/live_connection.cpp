#include "hosting/connections/connection_hub.hpp"

namespace host_stub {

namespace {

constexpr std::chrono::seconds kCloseWithin{30};
constexpr std::int64_t kWhileConfiguringMs = 200;
constexpr std::int64_t kPreparedAfterMs = 2000;

std::string reasonMissing(const Platform& platform, const std::string& integration) {
  return "the plugin " + integration +
         " is not loaded: " + platform.catalog.reasonMissing(integration).value_or("");
}

}  // namespace

LiveConnection::LiveConnection(Platform& platform, Connection connection, OtherConnections* others,
                               std::shared_ptr<std::atomic<Enablement>> enablement)
    : platform_(platform),
      connection_(std::move(connection)),
      integration_(platform.catalog.find(connection_.integration)),
      unavailable_(integration_ == nullptr ? std::optional(reasonMissing(platform, connection_.integration))
                                           : std::nullopt),
      others_(others),
      enablement_(enablement ? std::move(enablement)
                             : std::make_shared<std::atomic<Enablement>>(connection_.enablement)),
      slots_(integration_ == nullptr ? nullptr
                                     : std::make_shared<integration::CallSlots>(
                                           integration_->library, connection_.key.connection)) {}

const Integration& LiveConnection::loaded() const {
  if (unavailable_) throw integration::Failure(integration::Code::unavailable, *unavailable_);
  return *integration_;
}

CallContext LiveConnection::context(std::int64_t patienceMs, const std::string& actor) const {
  const SlotDecision& current = HeldSlot::current();
  return {.key = connection_.key,
          .integration = &loaded(),
          .deadline = unixNow() + patienceMs,
          .actor = actor,
          .trace = newId(unixNow()),
          .offered = {},
          .others = others_,
          .slot = current.slots == slots_ ? current : SlotDecision()};
}

CallContext LiveConnection::audited(const Actor& actor) const {
  CallContext with = context(kRequestMs, actor.id);
  with.action = actor.action;
  return with;
}

// A create that hangs holds nobody for long.
integration::PluginInstance& LiveConnection::instance() {
  if (integration::PluginInstance* created = created_) return *created;
  loaded();
  const Claims::Claim claim(
      creating_, connection_.key.connection,
      integration::Failure({integration::Code::unavailable,
                            "plugin " + connection_.integration + ", connection " +
                                connection_.key.connection +
                                ", create: it has not returned yet, try again in a moment",
                            kPreparedAfterMs,
                            {}}));
  if (!created_) {
    CallServices services(platform_, context(kRequestMs));
    instance_ = integration::PluginInstance::create(
        slots_, {connection_.key.connection, connection_.integration}, services.options());
    created_ = instance_.get();
  }
  return *created_;
}

void LiveConnection::configure(const Actor& actor, const std::string& settings,
                               const OfferedSecrets& offered) {
  // A plugin may note a secret that is refused: what it commits then is no change of the settings.
  CallContext with = offered.empty() ? audited(actor) : context(kRequestMs, actor.id);
  with.offered = offered;
  struct Configuring {
    explicit Configuring(std::atomic<bool>& set) : flag(set) { flag = true; }
    ~Configuring() { flag = false; }
    std::atomic<bool>& flag;
  } configuring(configuring_);
  CallServices services(platform_, std::move(with));
  admitted().configure(services.options(), settings);
  for (const auto& [name, value] : offered)
    platform_.vault.put(connection_.key, name, value, unixNow(), actor.action);
}

std::optional<integration::SettingsPreview> LiveConnection::preview(const std::string& actor,
                                                                    const std::string& settings,
                                                                    const OfferedSecrets& offered) {
  if (!supports(integration::kPreviewSettings)) return std::nullopt;
  CallContext with = context(kRequestMs, actor);
  with.offered = offered;
  CallServices services(platform_, std::move(with));
  try {
    return admitted().run<integration::SettingsPreview>(services.options(), integration::kPreviewSettings,
                                                        integration::PreviewSettings{{settings}});
  } catch (const integration::Failure& failure) {
    throw named(integration::kPreviewSettings, failure);
  }
}

integration::WebhookReply LiveConnection::deliver(const integration::WebhookRequest& request) {
  if (isDisabled(enablement())) return {403, {}, "the connection is disabled"};
  requireNoPause();
  CallServices services(platform_, context(kDeliveryMs));
  integration::WebhookReply reply = instance().handleWebhook(services.options(), request);
  if (reply.httpStatus >= 200 && reply.httpStatus < 300) services.secrets().deliveryTaken();
  return reply;
}

integration::ListPage LiveConnection::list(const integration::ListQuery& query, Ask ask) {
  CallContext with = context(kRequestMs);
  if (ask == Ask::nobody) with.others = nullptr;
  CallServices services(platform_, std::move(with));
  return admitted().listStaged(services.options(), query);
}

std::optional<integration::NewHire> LiveConnection::hire(const std::string& id, Ask ask) {
  integration::ListQuery query;
  query.id = id;
  integration::ListPage page = list(query, ask);
  if (page.data.empty()) return std::nullopt;
  return std::move(page.data.front());
}

integration::PromoteResult LiveConnection::promote(const Actor& actor,
                                                   const integration::PromoteRequest& request) {
  CallContext with = context(kRequestMs, actor.id);
  with.memberAction = actor.action;
  CallServices services(platform_, std::move(with));
  return admitted().promote(services.options(), request);
}

void LiveConnection::discard(const Actor& actor, const integration::DiscardRequest& request) {
  CallServices services(platform_, audited(actor));
  admitted().discard(services.options(), request);
}

integration::WorkResult LiveConnection::runWork(const std::atomic<bool>& cancelled) {
  if (configuring_) return {false, unixNow() + kWhileConfiguringMs};
  const auto pause = platform_.crashes.pause(key().connection);
  if (pause && !created_) return {false, pause->until};  // creating it may be what ended the host
  CallContext with = context(kWorkMs);
  with.isWork = true;
  with.cancelled = &cancelled;
  CallServices services(platform_, std::move(with));
  return instance().runWork(services.options());
}

std::vector<integration::PossibleDuplicate> LiveConnection::match(const integration::MatchQuery& query) {
  if (!supports(integration::kMatch)) return {};
  CallContext with = context(kRequestMs);
  with.others = nullptr;  // or two connections would ask each other for ever
  CallServices services(platform_, std::move(with));
  return admitted().run<integration::Matches>(services.options(), integration::kMatch, query).data;
}

integration::Failure LiveConnection::named(std::string_view extension,
                                           const integration::Failure& failure) const {
  integration::Error error = failure.error();
  if (error.code != integration::Code::internal || error.message.starts_with("plugin ")) return failure;
  error.message = "plugin " + connection_.integration + ", connection " + connection_.key.connection + ", " +
                  std::string(extension) + ": " + error.message;
  return integration::Failure(std::move(error));
}

void LiveConnection::close() {
  if (unavailable_) return;
  slots_->close();
  integration::PluginInstance* const created = created_;
  if (created == nullptr) return;  // one that is being created finds its slots closed
  try {
    for (const std::string& entry : created->close(kCloseWithin))
      platform_.log.warning("a plugin call did not end: its library stays mapped",
                            {{"connection", connection_.key.connection}, {"call", entry}});
  } catch (const integration::Failure& failure) {
    platform_.log.warning("a plugin failed to let its connection go", {{"reason", failure.what()}});
  }
}

}  // namespace host_stub
