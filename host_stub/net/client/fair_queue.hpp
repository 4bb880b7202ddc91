// Decides which request out is sent next: every connection gets its turn, whatever the others have waiting.
#pragma once

#include <cstddef>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "net/client/pending_request.hpp"

namespace host_stub {

struct FairQueueLimits {
  std::size_t perConnection = 16;          // in flight
  std::size_t perCompany = 128;            // in flight, however many connections the company has
  std::size_t total = 256;                 // in flight
  std::size_t waitingPerConnection = 256;  // sixteen calls at once with sixteen requests each
};

// Round robin over the askers, first in, first out within each. Not thread-safe. There is no limit of all
// waiting requests, because one asker could reach it and have the others refused.
class FairQueue {
 public:
  using Item = std::shared_ptr<PendingRequest>;
  // The limit that keeps an item waiting.
  enum class Limit { connection, company, total };

  explicit FairQueue(FairQueueLimits limits) : limits_(limits) {}

  // Returns false, and takes nothing, if too many items of this asker wait already.
  bool push(const Item& item);
  // Returns the item whose turn it is and counts it as in flight; null if none may start.
  Item take();
  // Frees the place of an item that was taken.
  void finished(const Asker& asker);
  // Removes an item that waits; returns nullopt if it doesn't, else the limit that kept it waiting.
  std::optional<Limit> withdraw(const Item& item);
  // Removes and returns everything that waits.
  std::vector<Item> withdrawAll();

  // Returns true if nothing waits or is in flight, and no asker is remembered.
  bool empty() const;
  const FairQueueLimits& limits() const { return limits_; }

 private:
  struct Share {
    std::deque<Item> waiting;
    std::size_t inFlight = 0;
  };

  std::optional<Limit> limitReached(const Asker& asker) const;
  void forgetIfIdle(const Asker& asker);

  const FairQueueLimits limits_;
  std::map<Asker, Share> shares_;                 // of the askers with items waiting or in flight
  std::map<std::string, std::size_t> companies_;  // items in flight
  std::list<Asker> turns_;                        // askers with items waiting; the front is next
  std::size_t inFlight_ = 0;
};

}  // namespace host_stub
