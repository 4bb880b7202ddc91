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

CheckedServices::CheckedServices(const Services& real, CallKind kind)
    : store_(real.store, kind),
      http_(real.http, kind),
      secrets_(real.secrets, kind),
      members_(real.members, kind),
      clock_(real.clock, kind),
      random_(real.random, kind),
      log_(real.log, kind),
      wake_(real.wake, kind),
      lists_(real.lists, kind),
      notices_(real.notices, kind) {}

}  // namespace integration::test
