#include "hosting/connections/duplicate_finder.hpp"

#include <array>

#include "hosting/connections/connection_hub.hpp"

namespace host_stub {

using integration::MatchQuery;
using integration::PossibleDuplicate;

namespace {

constexpr std::size_t kMatchThreadsPerPlugin = 8;

const char* nameOf(AskOutcome::State state) {
  constexpr std::array names{"answered", "failed", "late"};
  return names.at(static_cast<std::size_t>(state));
}

}  // namespace

DuplicateFinder::DuplicateFinder(Platform& platform, ConnectionHub& hub)
    : platform_(platform), hub_(hub), asks_(kMatchThreadsPerPlugin) {}

std::set<ConnectionKey> DuplicateFinder::others(const ConnectionKey& asking) {
  std::set<ConnectionKey> keys;
  for (const Connection& connection : platform_.connections.list(asking.company))
    if (connection.key != asking) keys.insert(connection.key);
  return keys;
}

OtherConnections::Answers DuplicateFinder::match(const std::set<ConnectionKey>& keys,
                                                 const std::string& integration, const MatchQuery& query,
                                                 std::int64_t until) {
  AskConnections::Connections asked;
  Answers answers;
  for (const ConnectionKey& key : keys) {
    auto other = hub_.find(key);
    if (!other) continue;
    if (other->unavailable())
      answers.leftOut.insert(key);
    else
      asked.push_back(std::move(other));
  }
  const auto results = asks_.ask<std::vector<PossibleDuplicate>>(
      asked, integration::kMatch, std::chrono::milliseconds(until - unixNow()),
      [integration, query](LiveConnection& other, std::size_t) {
        MatchQuery ownQuery = query;
        // An id of another source says nothing.
        if (other.connection().integration != integration) ownQuery.sourceId.clear();
        return other.match(ownQuery);
      });
  for (std::size_t i = 0; i < asked.size(); ++i) {
    const ConnectionKey& key = asked[i]->key();
    count(results[i].outcome, key);
    if (!results[i].answer) {
      answers.leftOut.insert(key);
      continue;
    }
    for (PossibleDuplicate one : *results[i].answer) {
      one.connectionId = key.connection;
      answers.found.push_back(std::move(one));
    }
  }
  return answers;
}

void DuplicateFinder::count(const AskOutcome& outcome, const ConnectionKey& key) {
  platform_.metrics
      .counter("host_stub_matches", "questions to another connection whom it holds",
               {{"outcome", nameOf(outcome.state)}})
      .add();
  if (outcome.state == AskOutcome::State::failed)
    platform_.log.warning("a connection doesn't say whom it holds",
                          {{"connection", key.connection}, {"reason", outcome.reason}});
}

}  // namespace host_stub
