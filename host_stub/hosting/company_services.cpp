#include "hosting/company_services.hpp"

#include <algorithm>

namespace host_stub {
namespace {

constexpr std::int64_t kAnswerWithinMs = 1000;
// Kept back of the call's own time, which is to go on after the answer.
constexpr std::int64_t kKeptBackMs = 1000;

}  // namespace

std::vector<integration::PossibleDuplicate> CompanyMembers::match(const integration::MatchQuery& query) {
  std::vector<integration::PossibleDuplicate> found = MembersService::match(query);
  const std::int64_t now = unixNow(), until = std::min(now + kAnswerWithinMs, deadline_ - kKeptBackMs);
  if (others_ == nullptr || until <= now) return found;
  const std::set<ConnectionKey> asked = whom();
  if (asked.empty()) return found;
  OtherConnections::Answers answers = others_->match(asked, integration_, query, until);
  for (auto& one : answers.found) found.push_back(std::move(one));
  const std::lock_guard lock(mutex_);
  for (const ConnectionKey& key : answers.leftOut) asked_->erase(key);
  return found;
}

std::set<ConnectionKey> CompanyMembers::whom() {
  const std::lock_guard lock(mutex_);
  if (!asked_) asked_ = others_->others(key_);
  return *asked_;
}

void CompanyNotices::tell(const integration::Notice& notice) {
  const std::size_t mails = platform_.notices.tell(key_, notice, unixNow());
  if (mails == 0) return;
  platform_.metrics.counter("host_stub_mails_written", "mails that notices made").add(mails);
}

}  // namespace host_stub
