#include "hires/review/editing.hpp"

#include "hires/records/hire_repository.hpp"
#include "hires/records/source_merge.hpp"
#include "hires/review/remembered_choices.hpp"
#include "integration/time.hpp"

namespace ashby {

using integration::Call;
using integration::Code;
using integration::Failure;

void editHire(Call& call, const integration::EditRequest& request) {
  untilCommitted([&]() -> std::optional<bool> {
    const HeldHire held = mustFindHire(call.store(), request.id);
    if (held.state != HireState::staged)
      throw Failure(Code::failedPrecondition, "it is no longer to be reviewed");
    if (held.busy()) throw Failure(Code::failedPrecondition, "it is being added as a member right now");
    if (request.ifVersion && *request.ifVersion != std::to_string(held.entry.version))
      throw Failure(Code::aborted, "it has changed since you opened it: look at it again");
    HireDocument document = held.document;
    edit(document, request.fields, request.revert);
    document.updatedAt = integration::formatTime(call.clock().now());
    integration::Commit commit;
    moveHire(commit.ops, held, HireState::staged, document);
    rememberChoices(call, commit, held.document, request.fields);
    return call.store().commit(commit).ok() ? std::optional(true) : std::nullopt;
  });
}

integration::DocumentLink linkDocument(Call& call, HireSource& source,
                                       const integration::DocumentQuery& query) {
  const HeldHire held = mustFindHire(call.store(), query.hireId);
  FoundFile file = source.linkFile(held.applicationId(), query.fileId);
  if (file.error.kind == ErrorKind::refused)
    throw Failure(Code::notFound, source.name() + " no longer has this file");
  if (!file.error.ok())
    throw Failure(file.error.kind == ErrorKind::outOfTime ? Code::deadlineExceeded : Code::unavailable,
                  "the file's link can't be fetched now: " + file.error.message);
  if (!file.link) throw Failure(Code::notFound, "the hire has no such file");
  return *std::move(file.link);
}

}  // namespace ashby
