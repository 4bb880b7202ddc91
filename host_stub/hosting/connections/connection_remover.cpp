#include "hosting/connections/connection_remover.hpp"

#include <boost/describe/enum_to_string.hpp>

#include "integration/time.hpp"

namespace host_stub {
namespace {

// How long the others wait for a plugin that is asked for its handled ids. It goes on by itself.
constexpr std::chrono::seconds kHandledWithin{10};

}  // namespace

using integration::Code;
using integration::Failure;

ConnectionRemover::Claim::Claim(ConnectionRemover& removals, const ConnectionKey& key)
    : removals_(removals), key_(key) {
  const std::lock_guard lock(removals_.mutex_);
  isMine_ = removals_.underWay_.insert(key_).second;
}

ConnectionRemover::Claim::~Claim() {
  if (!isMine_) return;
  const std::lock_guard lock(removals_.mutex_);
  removals_.underWay_.erase(key_);
}

void ConnectionRemover::remove(LiveConnection& connection, bool keep, const AuditedAction& action) {
  const auto first = keep ? Removal::Step::handOver : Removal::Step::purge;
  if (!platform_.connections.beginRemoval(connection.key(), first, unixNow(), action))
    throw Failure(Code::notFound, "there is no such connection");
  hub_.forget(connection);
  const std::atomic<bool> never{false};
  finish(connection.key(), never);
}

void ConnectionRemover::finishAll(AskConnections& asks, const std::atomic<bool>& cancelled) {
  AskConnections::Connections asked;
  for (const Removal& removal : platform_.connections.removals()) {
    if (cancelled) return;
    if (removal.step == Removal::Step::handOver)
      asked.push_back(std::make_shared<LiveConnection>(platform_, removal.connection));
    else
      finish(removal.connection.key, cancelled);
  }
  asks.ask<bool>(asked, std::string(integration::kExportProcessedIds), kHandledWithin,
                 [this, &cancelled](LiveConnection& connection, std::size_t) {
                   finish(connection.key(), cancelled);
                   return true;
                 });
}

void ConnectionRemover::finish(const ConnectionKey& key, const std::atomic<bool>& cancelled) {
  const Claim claim(*this, key);
  if (!claim || cancelled) return;
  try {
    finishClaimed(key, cancelled);
  } catch (const std::exception& error) {
    platform_.log.warning("a connection isn't removed yet",
                          {{"connection", key.connection}, {"reason", error.what()}});
  }
}

void ConnectionRemover::finishClaimed(const ConnectionKey& key, const std::atomic<bool>& cancelled) {
  for (Removal& removal : platform_.connections.removals()) {
    if (removal.connection.key != key) continue;
    if (removal.step == Removal::Step::handOver) {
      if (!exportProcessedIds(removal.connection)) return;
      platform_.connections.handedOver(key);
      removal.step = Removal::Step::erase;
    }
    while (!cancelled && platform_.connections.eraseSome(removal)) continue;
    platform_.database.emptyLog();
    if (!cancelled) platform_.log.info("a connection is removed", {{"connection", key.connection}});
  }
}

// By an instance of its own, made when no other call can handle one more.
bool ConnectionRemover::exportProcessedIds(const Connection& removed) {
  LiveConnection connection(platform_, removed);
  if (connection.unavailable()) return false;
  if (!connection.supports(integration::kExportProcessedIds)) return true;
  integration::ExportProcessedIds request;
  do {
    const auto page =
        connection.run<integration::ProcessedIdPage>("", integration::kExportProcessedIds, request);
    std::vector<ProcessedId> ids;
    for (const integration::ProcessedId& handled : page.data)
      ids.push_back({handled.sourceId, boost::describe::enum_to_string(handled.state, ""),
                     integration::parseTime(handled.at).value_or(0)});
    platform_.handled.add(connection.key().company, connection.connection().integration, ids);
    request.from = page.next;
  } while (request.from);
  return true;
}

}  // namespace host_stub
