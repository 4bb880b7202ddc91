// Finds and stores applications: the record of each, and its new hire in one of the four states.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hires/records/stored_records.hpp"
#include "integration/new_hire.hpp"
#include "integration/store.hpp"

namespace ashby {

struct HeldIdentity {
  integration::Entry entry;
  std::optional<ApplicationRecord> identity;

  bool is(HireStatus fate) const { return identity && identity->fate == fate; }
};

struct HeldHire {
  integration::Entry entry;
  HireState state = HireState::staged;
  HireDocument document;

  bool busy() const { return document.promotion.has_value(); }
  // The source's id is the hire's identity.
  const std::string& applicationId() const { return document.source.applicationId; }
};

HeldIdentity findIdentity(integration::Store& store, const std::string& applicationId);
// In whatever state it is; nullopt if there is none.
std::optional<HeldHire> findHire(integration::Store& store, const std::string& hireId);
// Throws Failure(notFound) if there is none.
HeldHire mustFindHire(integration::Store& store, const std::string& hireId);

// The op that adds a staged hire, with what finds it again.
void addHire(std::vector<integration::Op>& ops, const HireDocument& document);
// The ops that put `document` in the place of what is held, in another state or the same one; aborted where
// the hire has changed since it was read.
void moveHire(std::vector<integration::Op>& ops, const HeldHire& held, HireState to,
              const HireDocument& document);

integration::NewHire toNewHire(const HeldHire& held);

// Runs `attempt` until it answers something: nullopt means that its commit was aborted by another's, so it
// reads again.
template <class Attempt>
auto untilCommitted(Attempt attempt) {
  constexpr int kAttempts = 16;
  for (int i = 0; i < kAttempts; ++i)
    if (auto done = attempt()) return *std::move(done);
  throw integration::Failure(integration::Code::unavailable,
                             "others keep changing this at the same time: try again");
}

}  // namespace ashby
