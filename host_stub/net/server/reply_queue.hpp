// Replies of handlers on their way to the network thread. None is lost for want of memory.
#pragma once

#include <boost/asio/io_context.hpp>
#include <memory>
#include <mutex>

namespace host_stub {

class ReplyQueue : public std::enable_shared_from_this<ReplyQueue> {
 public:
  // A link of the queue, allocated when the handler is asked, so that replying allocates nothing.
  struct Item {
    virtual ~Item() = default;
    virtual void deliver() = 0;  // network thread; doesn't throw

    std::shared_ptr<Item> next;
  };

  explicit ReplyQueue(boost::asio::io_context& io) : io_(io) {}
  ~ReplyQueue();

  // Thread-safe. Delivers at once on the network thread; otherwise wakes it.
  void push(std::shared_ptr<Item> item) noexcept;
  // Delivers what is queued. For the network thread, which also calls this regularly: a wake-up may fail for
  // want of memory.
  void deliverAll();
  // Drops what is queued, and whatever is pushed from now on. The io_context may go then.
  void close();

 private:
  boost::asio::io_context& io_;
  std::mutex mutex_;  // guards everything below
  std::shared_ptr<Item> first_;
  Item* last_ = nullptr;
  bool closed_ = false;
};

}  // namespace host_stub
