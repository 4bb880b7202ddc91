#include "hosting/connections/ask_connections.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

#include "hosting/connections/connection_hub.hpp"

namespace host_stub {
namespace {

std::string inSeconds(std::chrono::milliseconds limit) {
  const auto tenths = limit.count() / 100;
  return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10)) + " s";
}

}  // namespace

// A question to several connections. Outlives its asker if an answer is late.
struct AskConnections::Round {
  Round(Connections whom, std::string what, Limit within, Call how)
      : connections(std::move(whom)),
        entry(std::move(what)),
        limit(within),
        call(std::move(how)),
        outcomes(connections.size()),
        isOpen(connections.size(), false),
        isBegun(connections.size(), false) {}

  // Returns a reason that names plugin, connection and entry, as the host kit's messages do already.
  std::string reasonFor(std::size_t index, const std::string& what) const {
    const LiveConnection& connection = *connections[index];
    const std::string place =
        "plugin " + connection.connection().integration + ", connection " + connection.key().connection;
    return what.starts_with(place) ? what : place + ", " + entry + ": " + what;
  }

  const Connections connections;
  const std::string entry;
  const Limit limit;
  const Call call;
  std::mutex mutex;
  std::condition_variable ended;
  std::vector<AskOutcome> outcomes;
  std::vector<bool> isOpen;   // whether the answer may still come
  std::vector<bool> isBegun;  // whether the connection has been asked
  std::size_t open = 0;
  bool over = false;
};

AskConnections::AskConnections(std::size_t threadsPerPlugin) : threadsPerPlugin_(threadsPerPlugin) {}

AskConnections::~AskConnections() {
  waits_.finish();
  for (const auto& [plugin, threads] : threads_) threads->join();
}

bool AskConnections::owesAnAnswer(const ConnectionKey& key) {
  const std::lock_guard lock(mutex_);
  return owed_.contains(key);
}

boost::asio::thread_pool& AskConnections::threadsOf(const std::string& plugin) {
  const std::lock_guard lock(mutex_);
  auto& threads = threads_[plugin];
  if (!threads) threads = std::make_unique<boost::asio::thread_pool>(threadsPerPlugin_);
  return *threads;
}

std::vector<AskOutcome> AskConnections::askAll(const Connections& connections, const std::string& entry,
                                               Limit limit, Call call) {
  const auto until = std::chrono::steady_clock::now() + limit;
  const auto round = std::make_shared<Round>(connections, entry, limit, std::move(call));
  for (std::size_t i = 0; i < connections.size(); ++i) begin(round, i);

  std::unique_lock lock(round->mutex);
  round->ended.wait_until(lock, until, [&] { return round->open == 0; });
  round->over = true;
  for (std::size_t i = 0; i < connections.size(); ++i) {
    if (!round->isOpen[i]) continue;
    round->outcomes[i].reason = round->reasonFor(i, "did not answer within " + inSeconds(limit));
    if (!round->isBegun[i]) continue;
    if (connections[i]->slots()) HeldSlot::leave(*connections[i]->slots());
    const std::lock_guard late(mutex_);
    ++owed_[connections[i]->key()];
  }
  return round->outcomes;
}

void AskConnections::begin(const std::shared_ptr<Round>& round, std::size_t index) {
  const LiveConnection& connection = *round->connections[index];
  {
    const std::lock_guard lock(round->mutex);
    AskOutcome& outcome = round->outcomes[index];
    if (connection.unavailable()) {
      outcome = {AskOutcome::State::failed, *connection.unavailable()};
      return;
    }
    if (owesAnAnswer(connection.key())) {
      outcome.reason = round->reasonFor(index, "still owes the answer to an earlier question");
      return;
    }
    round->isOpen[index] = true;
    ++round->open;
  }
  // An asker that has a slot of the connection lends it: to wait for a further one, it would have to hold
  // this.
  const SlotDecision& current = HeldSlot::current();
  boost::asio::post(
      threadsOf(connection.connection().integration),
      [this, round, index, lent = current.slots == connection.slots() ? current : SlotDecision()] {
        const HeldSlot slot(lent);
        run(round, index);
      });
}

// Runs on a thread of the plugin, and leaves it while the connection has no slot.
void AskConnections::run(const std::shared_ptr<Round>& round, std::size_t index) try {
  const LiveConnection& connection = *round->connections[index];
  waits_.run(
      connection.slots(), [this, round, index] { call(round, index); },
      [&threads = threadsOf(connection.connection().integration)](SlotWaits::Task task) {
        boost::asio::post(threads, std::move(task));
      });
} catch (const std::exception& failure) {
  settle(round, index, {AskOutcome::State::failed, round->reasonFor(index, failure.what())});
}

// Skips the question if its round is over.
void AskConnections::call(const std::shared_ptr<Round>& round, std::size_t index) {
  {
    const std::lock_guard lock(round->mutex);
    if (round->over) return;
    round->isBegun[index] = true;
  }
  AskOutcome outcome{AskOutcome::State::answered, {}};
  try {
    round->call(*round->connections[index], index);
  } catch (const std::exception& failure) {
    outcome = {AskOutcome::State::failed, round->reasonFor(index, failure.what())};
  }
  settle(round, index, std::move(outcome));
}

// Keeps the outcome. After the end of its round, it is one of the late answers that the connection owed.
void AskConnections::settle(const std::shared_ptr<Round>& round, std::size_t index, AskOutcome outcome) {
  const std::lock_guard lock(round->mutex);
  if (round->over) {
    if (round->isBegun[index]) oweOneLess(round->connections[index]->key());
    return;
  }
  round->outcomes[index] = std::move(outcome);
  round->isOpen[index] = false;
  if (--round->open == 0) round->ended.notify_all();
}

// The connection has given one of the late answers that it owed.
void AskConnections::oweOneLess(const ConnectionKey& key) {
  const std::lock_guard lock(mutex_);
  if (const auto owed = owed_.find(key); owed != owed_.end() && --owed->second == 0) owed_.erase(owed);
}

}  // namespace host_stub
