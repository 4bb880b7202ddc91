// Asks several connections the same question at once, each within a time limit. A plugin that hangs delays
// neither the caller nor the other plugins.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "hosting/connections/slot_waits.hpp"
#include "storage/connection_state.hpp"

namespace boost::asio {
class thread_pool;
}

namespace host_stub {

class LiveConnection;

// How a connection took a question.
struct AskOutcome {
  enum class State {
    answered,
    failed,  // its plugin threw, or is not loaded
    late,    // no answer within the limit, or none yet to an earlier question
  };
  State state = State::late;
  std::string reason;  // names plugin, entry and connection; "" if answered
};

// Each plugin has threads of its own for its answers: a plugin that hangs holds no more than those. A
// connection that still owes an answer isn't asked again until it has given it. An answer that comes late is
// thrown away. Thread-safe.
class AskConnections {
 public:
  using Connections = std::vector<std::shared_ptr<LiveConnection>>;
  using Limit = std::chrono::milliseconds;

  // threadsPerPlugin: how many questions a plugin answers at once; further ones wait within their limit.
  explicit AskConnections(std::size_t threadsPerPlugin);
  ~AskConnections();  // waits for the questions in progress
  AskConnections(const AskConnections&) = delete;
  AskConnections& operator=(const AskConnections&) = delete;

  template <class Answer>
  struct Told {
    AskOutcome outcome;
    std::optional<Answer> answer;  // if answered
  };

  // Blocks until all have answered, for `limit` at most. Returns what each told, in their order.
  // entry: what the question calls, for AskOutcome::reason.
  // question: called with connection and index on another thread, maybe after this has returned. So it may
  // refer to nothing of its caller's.
  template <class Answer, class Question>
  std::vector<Told<Answer>> ask(const Connections& connections, const std::string& entry, Limit limit,
                                Question question) {
    auto answers = std::make_shared<std::vector<std::optional<Answer>>>(connections.size());
    const std::vector<AskOutcome> outcomes =
        askAll(connections, entry, limit,
               [answers, question = std::move(question)](LiveConnection& connection, std::size_t index) {
                 (*answers)[index] = question(connection, index);
               });
    std::vector<Told<Answer>> results(connections.size());
    for (std::size_t i = 0; i < results.size(); ++i) {
      results[i].outcome = outcomes[i];
      if (outcomes[i].state == AskOutcome::State::answered) results[i].answer = std::move((*answers)[i]);
    }
    return results;
  }

 private:
  struct Round;
  using Call = std::function<void(LiveConnection&, std::size_t index)>;

  std::vector<AskOutcome> askAll(const Connections& connections, const std::string& entry, Limit limit,
                                 Call call);
  void begin(const std::shared_ptr<Round>& round, std::size_t index);
  void run(const std::shared_ptr<Round>& round, std::size_t index);
  void call(const std::shared_ptr<Round>& round, std::size_t index);
  void settle(const std::shared_ptr<Round>& round, std::size_t index, AskOutcome outcome);
  void oweOneLess(const ConnectionKey& key);
  bool owesAnAnswer(const ConnectionKey& key);
  boost::asio::thread_pool& threadsOf(const std::string& plugin);

  const std::size_t threadsPerPlugin_;
  std::mutex mutex_;
  std::map<ConnectionKey, int> owed_;  // how many late answers each connection still owes
  std::map<std::string, std::unique_ptr<boost::asio::thread_pool>> threads_;  // by the plugin's id
  SlotWaits waits_;
};

}  // namespace host_stub
