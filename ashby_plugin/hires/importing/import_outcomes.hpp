// Commits the outcome of an application that was read, one commit each.
#pragma once

#include "hires/importing/importer.hpp"
#include "hires/importing/inbox_completion.hpp"
#include "hires/records/hire_repository.hpp"

namespace ashby {

// An application while it is imported.
struct Import {
  integration::Call& call;
  const HireSource& source;
  const ImportRules& rules;
  const HeldItem& held;
  HeldIdentity identity;
  std::optional<HeldHire> hire;
  std::int64_t now;
  std::optional<std::int64_t> catchUpFrom;

  const std::string& id() const { return held.applicationId; }
  bool isMember() const { return identity.is(HireStatus::promoted); }
  // updatedAt: of the application, as it was read.
  ReadItem read(const Text& updatedAt) const { return {call, held, now, updatedAt.value_or("")}; }
};

// Read, and no new hire: what is staged of it is withdrawn, never deleted; a member shows why.
ImportResult setAside(const Import& import, const Text& updatedAt, DecidedBy decidedBy,
                      const std::string& why);
// Not shown by the source any more, and read for a change of the settings alone: what was decided stands,
// outdated, so that the next Sync asks again.
ImportResult leaveAside(const Import& import);
// A new hire, or what has changed of one.
ImportResult stage(const Import& import, const SourceHire& hire);
// A member: what differs is shown.
ImportResult compareMember(const Import& import, const SourceHire& hire);

// Not read. soon: trouble that will pass, not an answer.
ImportResult tryLater(const Import& import, InboxItem next, ErrorKind error, const std::string& why,
                      std::int64_t retryAfterMs, bool soon);

}  // namespace ashby
