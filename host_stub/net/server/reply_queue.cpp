#include "net/server/reply_queue.hpp"

#include <boost/asio/post.hpp>
#include <exception>
#include <utility>

namespace host_stub {
namespace {

// Singly: a long chain would otherwise end itself recursively.
void drop(std::shared_ptr<ReplyQueue::Item> item) {
  while (item) item = std::exchange(item->next, nullptr);
}

}  // namespace

ReplyQueue::~ReplyQueue() {
  drop(std::move(first_));
}

void ReplyQueue::push(std::shared_ptr<Item> item) noexcept {
  std::unique_lock lock(mutex_);
  if (closed_) return;
  if (io_.get_executor().running_in_this_thread()) {
    lock.unlock();
    return item->deliver();
  }
  const bool wasEmpty = last_ == nullptr;
  Item* const pushed = item.get();
  (wasEmpty ? first_ : last_->next) = std::move(item);
  last_ = pushed;
  if (!wasEmpty) return;
  try {
    boost::asio::post(io_, [self = shared_from_this()] { self->deliverAll(); });
  } catch (const std::exception&) {
    // delivered when the network thread next looks
  }
}

void ReplyQueue::deliverAll() {
  std::shared_ptr<Item> item;
  {
    const std::lock_guard lock(mutex_);
    item = std::move(first_);
    last_ = nullptr;
  }
  while (item) {
    item->deliver();
    item = std::exchange(item->next, nullptr);
  }
}

void ReplyQueue::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  last_ = nullptr;
  drop(std::move(first_));
}

}  // namespace host_stub
