#include "integration/testing/fake_members.hpp"

#include <algorithm>

namespace integration::test {
namespace {

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return text;
}

}  // namespace

MemberCreated FakeMembers::create(const std::string& sourceId, const HireFields& member) {
  const std::lock_guard lock(mutex_);
  if (failNext_) throw *std::exchange(failNext_, std::nullopt);
  std::vector<Issue> issues;
  auto require = [&](const Text& value, const char* name) {
    if (!value || value->empty()) issues.push_back({name, "required", std::string("give a ") + name});
  };
  require(member.firstName, "firstName");
  require(member.lastName, "lastName");
  require(member.jobTitle, "jobTitle");
  if (!issues.empty()) throw Failure(Code::invalidArgument, "the member is incomplete", std::move(issues));

  MemberCreated answer;
  const auto found = people_.find(sourceId);
  answer.created = found == people_.end();
  if (answer.created) {
    static_cast<HireFields&>(answer.person) = member;
    answer.person.id = "person-" + std::to_string(people_.size() + 1);
    answer.person.source = "fake";
    answer.person.sourceId = sourceId;
    answer.person.createdAt = "2026-11-23T10:00:00.000Z";
    people_[sourceId] = answer.person;
  } else {
    answer.person = found->second;
  }
  if (std::exchange(loseNextAnswer_, false))
    throw Failure(Code::unknown, "the answer of members was lost on purpose");
  return answer;
}

std::optional<Person> FakeMembers::get(const std::string& sourceId) {
  const std::lock_guard lock(mutex_);
  const auto found = people_.find(sourceId);
  return found == people_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<PossibleDuplicate> FakeMembers::match(const MatchQuery& query) {
  std::vector<std::string> emails;
  for (const std::string& email : query.emails) emails.push_back(lower(email));
  if (query.fields.personalEmail) emails.push_back(lower(*query.fields.personalEmail));
  const HireFields& wanted = query.fields;

  const std::lock_guard lock(mutex_);
  std::vector<PossibleDuplicate> found;
  for (const auto& [sourceId, person] : people_) {
    if (sourceId == query.sourceId) continue;
    if (person.personalEmail && std::count(emails.begin(), emails.end(), lower(*person.personalEmail)) != 0)
      found.push_back({"same_email", person.id, {}, {}, "a member has the same e-mail address"});
    if (wanted.employmentStartDate && person.firstName == wanted.firstName &&
        person.lastName == wanted.lastName && person.employmentStartDate == wanted.employmentStartDate)
      found.push_back(
          {"same_name_and_start", person.id, {}, {}, "a member has the same name and start date"});
  }
  return found;
}

void FakeMembers::failNext(Code code, std::string message) {
  const std::lock_guard lock(mutex_);
  failNext_.emplace(code, std::move(message));
}

void FakeMembers::loseNextAnswer() {
  const std::lock_guard lock(mutex_);
  loseNextAnswer_ = true;
}

std::vector<Person> FakeMembers::people() const {
  const std::lock_guard lock(mutex_);
  std::vector<Person> all;
  for (const auto& [sourceId, person] : people_) all.push_back(person);
  return all;
}

}  // namespace integration::test
