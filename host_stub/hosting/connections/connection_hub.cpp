#include "hosting/connections/connection_hub.hpp"

#include <boost/describe/enum_from_string.hpp>

#include "integration/time.hpp"

namespace host_stub {

namespace {

constexpr std::size_t kListThreadsPerPlugin = 32;

}  // namespace

ConnectionHub::ConnectionHub(Platform& platform)
    : platform_(platform), duplicates_(platform, *this), asks_(kListThreadsPerPlugin) {
  for (const Connection& connection : platform.connections.all())
    byUrlToken_[connection.urlToken] = known(connection);
}

ConnectionHub::~ConnectionHub() = default;

ConnectionHub::Known ConnectionHub::known(const Connection& connection) {
  return {connection.key, connection.integration,
          std::make_shared<std::atomic<Enablement>>(connection.enablement)};
}

std::shared_ptr<LiveConnection> ConnectionHub::find(const ConnectionKey& key) {
  {
    std::shared_lock lock(mutex_);
    if (const auto found = live_.find(key); found != live_.end()) return found->second;
  }
  const auto connection = platform_.connections.get(key);
  return connection ? live(*connection) : nullptr;
}

std::shared_ptr<LiveConnection> ConnectionHub::findByUrlToken(const std::string& urlToken) {
  ConnectionKey key;
  {
    std::shared_lock lock(mutex_);
    const auto found = byUrlToken_.find(urlToken);
    if (found == byUrlToken_.end()) return nullptr;
    key = found->second.key;
  }
  return find(key);
}

std::optional<DeliveryTarget> ConnectionHub::deliveryTarget(const std::string& urlToken) const {
  std::shared_lock lock(mutex_);
  const auto found = byUrlToken_.find(urlToken);
  if (found == byUrlToken_.end()) return std::nullopt;
  const Integration* integration = platform_.catalog.find(found->second.integration);
  DeliveryTarget target{found->second.integration, {}, DeliveryTarget::State::unavailable, nullptr};
  if (isDisabled(*found->second.enablement)) target.state = DeliveryTarget::State::disabled;
  if (integration == nullptr) return target;
  if (target.state != DeliveryTarget::State::disabled) target.state = DeliveryTarget::State::open;
  target.signatureHeader = integration->manifest().webhookSignatureHeader;
  if (const auto live = live_.find(found->second.key); live != live_.end())
    target.slots = live->second->slots();
  return target;
}

std::shared_ptr<LiveConnection> ConnectionHub::live(const Connection& connection) {
  std::unique_lock lock(mutex_);
  const auto found = byUrlToken_.find(connection.urlToken);
  if (found == byUrlToken_.end()) return nullptr;  // removed meanwhile
  auto created =
      std::make_shared<LiveConnection>(platform_, connection, &duplicates_, found->second.enablement);
  return live_.emplace(connection.key, std::move(created)).first->second;
}

std::shared_ptr<LiveConnection> ConnectionHub::create(const std::string& company,
                                                      const std::string& integration, const std::string& name,
                                                      const AuditRecord& audited) {
  const Connection connection = platform_.connections.create(company, integration, name, unixNow(), audited);
  {
    std::unique_lock lock(mutex_);
    byUrlToken_[connection.urlToken] = known(connection);
  }
  auto created = live(connection);
  const auto results = asks_.ask<std::exception_ptr>(
      {created}, integration::kImportProcessedIds, kAnswerWithin, [this](LiveConnection& asked, std::size_t) {
        try {
          importProcessedIds(asked);
          return std::exception_ptr();
        } catch (const std::exception&) {
          return std::current_exception();
        }
      });
  if (results.front().answer && !*results.front().answer) return created;
  undoCreation(*created, audited);
  if (results.front().answer) std::rethrow_exception(*results.front().answer);
  throw integration::Failure(integration::Code::unavailable, results.front().outcome.reason);
}

// A failure here must not hide why the connection could not be created.
void ConnectionHub::undoCreation(LiveConnection& connection, AuditRecord audited) {
  try {
    audited.at = unixNow();
    audited.action = "connection.delete";
    audited.subject = connection.key().connection + " purge";
    platform_.connections.beginRemoval(connection.key(), Removal::Step::purge, unixNow(),
                                       {connection.key().company, std::move(audited)});
    forget(connection);
  } catch (const std::exception& error) {
    platform_.log.warning("a connection that could not be created can't be removed",
                          {{"connection", connection.key().connection}, {"reason", error.what()}});
  }
}

void ConnectionHub::forget(LiveConnection& connection) {
  {
    std::unique_lock lock(mutex_);
    byUrlToken_.erase(connection.connection().urlToken);
    live_.erase(connection.key());
  }
  connection.close();
}

std::vector<std::shared_ptr<LiveConnection>> ConnectionHub::of(const std::string& company) {
  std::vector<std::shared_ptr<LiveConnection>> all;
  for (const Connection& connection : platform_.connections.list(company))
    if (auto found = find(connection.key)) all.push_back(std::move(found));
  return all;
}

void ConnectionHub::importProcessedIds(LiveConnection& connection) {
  constexpr std::int64_t kPage = 100;
  if (!connection.supports(integration::kImportProcessedIds)) return;
  std::string after;
  for (;;) {
    const auto ids =
        platform_.handled.page(connection.key().company, connection.connection().integration, after, kPage);
    if (ids.empty()) return;
    integration::ImportProcessedIds batch;
    for (const ProcessedId& id : ids) {
      integration::ProcessedId handled{id.sourceId, {}, integration::formatTime(id.at)};
      boost::describe::enum_from_string(id.state.c_str(), handled.state);
      batch.data.push_back(std::move(handled));
    }
    connection.run<void>("", integration::kImportProcessedIds, batch);
    after = ids.back().sourceId;
  }
}

}  // namespace host_stub
