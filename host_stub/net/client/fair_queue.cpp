#include "net/client/fair_queue.hpp"

#include <algorithm>

namespace host_stub {

bool FairQueue::push(const Item& item) {
  Share& share = shares_[item->asker];
  if (share.waiting.size() >= limits_.waitingPerConnection) return false;
  if (share.waiting.empty()) turns_.push_back(item->asker);
  share.waiting.push_back(item);
  return true;
}

FairQueue::Item FairQueue::take() {
  const auto turn =
      std::find_if(turns_.begin(), turns_.end(), [this](const Asker& asker) { return !limitReached(asker); });
  if (turn == turns_.end()) return nullptr;
  Share& share = shares_.at(*turn);
  Item item = std::move(share.waiting.front());
  share.waiting.pop_front();
  ++share.inFlight;
  ++companies_[turn->company];
  ++inFlight_;
  if (share.waiting.empty())
    turns_.erase(turn);
  else
    turns_.splice(turns_.end(), turns_, turn);
  return item;
}

void FairQueue::finished(const Asker& asker) {
  --inFlight_;
  if (--companies_.at(asker.company) == 0) companies_.erase(asker.company);
  --shares_.at(asker).inFlight;
  forgetIfIdle(asker);
}

std::optional<FairQueue::Limit> FairQueue::withdraw(const Item& item) {
  const auto found = shares_.find(item->asker);
  if (found == shares_.end()) return std::nullopt;
  std::deque<Item>& waiting = found->second.waiting;
  const auto place = std::find(waiting.begin(), waiting.end(), item);
  if (place == waiting.end()) return std::nullopt;
  const Limit limit = limitReached(item->asker).value_or(Limit::connection);
  waiting.erase(place);
  if (waiting.empty()) turns_.remove(item->asker);
  forgetIfIdle(item->asker);
  return limit;
}

std::vector<FairQueue::Item> FairQueue::withdrawAll() {
  std::vector<Item> all;
  for (const Asker& asker : turns_) {
    std::deque<Item>& waiting = shares_.at(asker).waiting;
    all.insert(all.end(), waiting.begin(), waiting.end());
    waiting.clear();
    forgetIfIdle(asker);
  }
  turns_.clear();
  return all;
}

bool FairQueue::empty() const {
  return shares_.empty() && turns_.empty() && companies_.empty() && inFlight_ == 0;
}

std::optional<FairQueue::Limit> FairQueue::limitReached(const Asker& asker) const {
  if (shares_.at(asker).inFlight >= limits_.perConnection) return Limit::connection;
  const auto company = companies_.find(asker.company);
  if (company != companies_.end() && company->second >= limits_.perCompany) return Limit::company;
  if (inFlight_ >= limits_.total) return Limit::total;
  return std::nullopt;
}

void FairQueue::forgetIfIdle(const Asker& asker) {
  const auto found = shares_.find(asker);
  if (found->second.waiting.empty() && found->second.inFlight == 0) shares_.erase(found);
}

}  // namespace host_stub
