// Commits the outcome of an application that was read, one commit each.
#pragma once

#include "ashby/mapping/hire_mapping.hpp"
#include "hires/importing/importer.hpp"
#include "hires/importing/inbox_completion.hpp"
#include "hires/records/hire_repository.hpp"

namespace ashby {

// An application while it is imported.
struct Import {
  integration::Call& call;
  const ImportRules& rules;
  const HeldItem& held;
  HeldIdentity identity;
  std::optional<HeldHire> hire;
  std::int64_t now;
  std::optional<std::int64_t> catchUpFrom;

  const std::string& id() const { return held.applicationId; }
  bool isMember() const { return identity.is(HireStatus::promoted); }
  ReadItem read(const Application& application) const {
    return {call, held, now, application.updatedAt.value_or("")};
  }
};

// Read, and no new hire: what is staged of it is withdrawn, never deleted; a member shows why.
ImportResult setAside(const Import& import, const Application& application, DecidedBy decidedBy,
                      const std::string& why);
// Not shown by Ashby any more, and read for a change of the settings alone: what was decided stands,
// outdated, so that the next Sync asks again.
ImportResult leaveAside(const Import& import);
// A new hire, or what has changed of one.
ImportResult stage(const Import& import, const HireFacts& facts);
// A member: what differs is shown.
ImportResult compareMember(const Import& import, const HireFacts& facts);

// Not read. soon: trouble that will pass, not an answer.
ImportResult tryLater(const Import& import, InboxItem next, ErrorKind error, const std::string& why,
                      std::int64_t retryAfterMs, bool soon);

}  // namespace ashby
