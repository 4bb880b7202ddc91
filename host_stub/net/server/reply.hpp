// The callback that a handler replies with.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <utility>

#include "net/server/reply_queue.hpp"

namespace host_stub {

// Returns a function of which the first call, on whatever thread, gives its answer to `take` on the network
// thread. Without a call, `take` gets `ifNone` when the function's last copy goes. `take` must not throw.
template <class Answer>
std::function<void(Answer)> replyOnce(std::shared_ptr<ReplyQueue> queue, std::function<void(Answer)> take,
                                      Answer ifNone) {
  struct Reply : ReplyQueue::Item {
    void deliver() override { take(std::move(answer)); }

    std::function<void(Answer)> take;
    Answer answer;
    std::atomic_flag given;
  };
  struct Owner {
    ~Owner() {
      if (!reply->given.test_and_set()) queue->push(reply);
    }
    void give(Answer answer) {
      if (reply->given.test_and_set()) return;
      reply->answer = std::move(answer);
      queue->push(reply);
    }

    std::shared_ptr<ReplyQueue> queue;
    std::shared_ptr<Reply> reply = std::make_shared<Reply>();
  };
  const auto owner = std::make_shared<Owner>();
  owner->reply->take = std::move(take);
  owner->reply->answer = std::move(ifNone);
  owner->queue = std::move(queue);
  return [owner](Answer answer) { owner->give(std::move(answer)); };
}

}  // namespace host_stub
