// The host's people in memory.
#pragma once

#include <map>
#include <mutex>
#include <optional>

#include "integration/services.hpp"

namespace integration::test {

// Thread-safe. Requires firstName, lastName and jobTitle, as hosts do.
class FakeMembers final : public Members {
 public:
  MemberCreated create(const std::string& sourceId, const HireFields& member) override;
  std::optional<Person> get(const std::string& sourceId) override;
  // The same e-mail address, or the same names and start date.
  std::vector<PossibleDuplicate> match(const MatchQuery& query) override;

  // The next create throws this, and nothing happens.
  void failNext(Code code, std::string message = "members failed on purpose");
  // The next create happens, and its answer is lost.
  void loseNextAnswer();

  std::vector<Person> people() const;

 private:
  mutable std::mutex mutex_;
  std::map<std::string, Person> people_;
  std::optional<Failure> failNext_;
  bool loseNextAnswer_ = false;
};

}  // namespace integration::test
