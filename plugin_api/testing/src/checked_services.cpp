#include "checked_services.hpp"

namespace integration::test {

std::vector<Entry> CheckedStore::get(std::span<const std::string> keys) {
  return allowedFor(ServiceFunction::storeGet).get(keys);
}
Page CheckedStore::scan(const Range& range) {
  return allowedFor(ServiceFunction::storeScan).scan(range);
}
Committed CheckedStore::commit(const Commit& commit) {
  return allowedFor(ServiceFunction::storeCommit).commit(commit);
}

std::vector<HttpOutcome> CheckedHttp::send(std::span<const HttpRequest> requests) {
  return allowedFor(ServiceFunction::httpSend).send(requests);
}

std::vector<std::string> CheckedSecrets::get(std::string_view name, bool fresh) {
  return allowedFor(ServiceFunction::secretsGet).get(name, fresh);
}

MemberCreated CheckedMembers::create(const std::string& sourceId, const HireFields& member) {
  return allowedFor(ServiceFunction::membersCreate).create(sourceId, member);
}
std::optional<Person> CheckedMembers::get(const std::string& sourceId) {
  return allowedFor(ServiceFunction::membersGet).get(sourceId);
}
std::vector<PossibleDuplicate> CheckedMembers::match(const MatchQuery& query) {
  return allowedFor(ServiceFunction::membersMatch).match(query);
}

std::int64_t CheckedClock::now() {
  return allowedFor(ServiceFunction::clockNow).now();
}

void CheckedRandom::fill(std::span<std::uint8_t> out) {
  allowedFor(ServiceFunction::randomFill).fill(out);
}

void CheckedLog::write(LogLevel level, std::string_view event, std::span<const LogField> fields) noexcept {
  if (real_ != nullptr) real_->write(level, event, fields);
}

void CheckedLog::note(std::string_view item) noexcept {
  if (real_ != nullptr) real_->note(item);
}

void CheckedWake::wake() {
  allowedFor(ServiceFunction::wake).wake();
}

std::vector<std::string> CheckedLists::get(std::string_view kind) {
  if (real_ == nullptr) return {};
  return allowedFor(ServiceFunction::listsGet).get(kind);
}

void CheckedNotices::tell(const Notice& notice) {
  if (real_ == nullptr) return;
  allowedFor(ServiceFunction::noticesTell).tell(notice);
}

CheckedServices::CheckedServices(const Services& real, const CheckedCall& call)
    : call_(call),
      store_(real.store, call_),
      http_(real.http, call_),
      secrets_(real.secrets, call_),
      members_(real.members, call_),
      clock_(real.clock, call_),
      random_(real.random, call_),
      log_(real.log, call_),
      wake_(real.wake, call_),
      lists_(real.lists, call_),
      notices_(real.notices, call_) {}

}  // namespace integration::test
