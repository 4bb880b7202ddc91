#include "hosting/duplicates.hpp"

#include <array>

#include "hosting/connection_hub.hpp"

namespace host_stub {

using integration::MatchQuery;
using integration::PossibleDuplicate;

namespace {

constexpr std::size_t kThreads = 16;  // a plugin whose calls hang holds four of them at most

}  // namespace

// One question to all of them. It outlives who asked it where an answer is late.
struct Duplicates::Round {
  enum class State { open, answered, failed, late };
  struct Answer {
    State state = State::open;
    std::vector<PossibleDuplicate> found;
  };

  Round(MatchQuery wanted, std::string integrationId, std::size_t count)
      : query(std::move(wanted)), integration(std::move(integrationId)), open(count), answers(count) {}

  // An id of another source says nothing.
  MatchQuery queryFor(const std::string& otherIntegration) const {
    MatchQuery asked = query;
    if (otherIntegration != integration) asked.sourceId.clear();
    return asked;
  }
  bool isOver() {
    const std::lock_guard lock(mutex);
    return over;
  }

  const MatchQuery query;
  const std::string integration;
  std::mutex mutex;
  std::condition_variable changed;
  bool over = false;
  std::size_t open;
  std::vector<Answer> answers;
};

namespace {

const char* nameOf(auto state) {
  constexpr std::array names{"open", "answered", "failed", "late"};
  return names.at(static_cast<std::size_t>(state));
}

}  // namespace

Duplicates::Duplicates(Platform& platform, ConnectionHub& hub)
    : platform_(platform), hub_(hub), pool_(kThreads) {}

std::set<ConnectionKey> Duplicates::others(const ConnectionKey& asking) {
  std::set<ConnectionKey> keys;
  for (const Connection& connection : platform_.connections.list(asking.company))
    if (connection.key != asking) keys.insert(connection.key);
  return keys;
}

std::vector<std::shared_ptr<LiveConnection>> Duplicates::free(const std::set<ConnectionKey>& whom) {
  std::vector<std::shared_ptr<LiveConnection>> free;
  for (const ConnectionKey& key : whom) {
    {
      const std::lock_guard lock(mutex_);
      if (late_.contains(key)) continue;
    }
    try {
      if (auto other = hub_.find(key)) free.push_back(std::move(other));
    } catch (const std::exception&) {
      continue;  // its integration isn't installed: nobody can ask it
    }
  }
  return free;
}

OtherConnections::Answers Duplicates::match(const std::set<ConnectionKey>& whom,
                                            const std::string& integration, const MatchQuery& query,
                                            std::int64_t until) {
  const auto asked = free(whom);
  Answers answers;
  if (asked.empty()) return answers;
  const auto round = std::make_shared<Round>(query, integration, asked.size());
  for (std::size_t i = 0; i < asked.size(); ++i)
    pool_.post([this, other = asked[i], round, i] { ask(other, round, i); });

  std::unique_lock lock(round->mutex);
  round->changed.wait_for(lock, std::chrono::milliseconds(until - unixNow()),
                          [&] { return round->open == 0; });
  round->over = true;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    Round::Answer& answer = round->answers[i];
    for (PossibleDuplicate& one : answer.found) answers.found.push_back(std::move(one));
    if (answer.state == Round::State::open) {
      answer.state = Round::State::late;
      const std::lock_guard late(mutex_);
      ++late_[asked[i]->key()];
    }
    if (answer.state != Round::State::answered) answers.leftOut.insert(asked[i]->key());
  }
  return answers;
}

void Duplicates::ask(const std::shared_ptr<LiveConnection>& other, const std::shared_ptr<Round>& round,
                     std::size_t index) {
  std::vector<PossibleDuplicate> found;
  Round::State state = Round::State::answered;
  try {
    if (!round->isOver()) found = other->match(round->queryFor(other->connection().integration));
  } catch (const std::exception& error) {
    state = Round::State::failed;
    platform_.log.warning("a connection doesn't say whom it holds",
                          {{"connection", other->key().connection}, {"reason", error.what()}});
  }
  for (PossibleDuplicate& one : found) one.connectionId = other->key().connection;

  const std::lock_guard lock(round->mutex);
  Round::Answer& answer = round->answers[index];
  if (answer.state == Round::State::late) {
    state = Round::State::late;
    const std::lock_guard late(mutex_);
    if (--late_[other->key()] == 0) late_.erase(other->key());
  }
  answer = {state, std::move(found)};
  platform_.metrics
      .counter("host_stub_matches", "questions to another connection whom it holds",
               {{"outcome", nameOf(state)}})
      .add();
  if (--round->open == 0) round->changed.notify_all();
}

}  // namespace host_stub
