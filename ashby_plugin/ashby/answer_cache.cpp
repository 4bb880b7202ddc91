#include "ashby/answer_cache.hpp"

namespace ashby {

AnswerCache::Results AnswerCache::find(std::int64_t now, const std::string& question) const {
  const std::lock_guard lock(mutex_);
  const auto found = kept_.find(question);
  const bool fresh = found != kept_.end() && now >= found->second.at && now - found->second.at < kKeptMs;
  return fresh ? found->second.results : nullptr;
}

void AnswerCache::keep(std::int64_t now, const std::string& question, Results results) {
  const std::lock_guard lock(mutex_);
  if (kept_.size() >= kMost) kept_.clear();
  kept_[question] = {now, std::move(results)};
}

void AnswerCache::forget() {
  const std::lock_guard lock(mutex_);
  kept_.clear();
}

}  // namespace ashby
