#include "hires/review/editing.hpp"

#include "ashby/client.hpp"
#include "ashby/hire_fetcher.hpp"
#include "ashby/mapping/offer_choice.hpp"
#include "hires/records/hire_repository.hpp"
#include "hires/records/source_merge.hpp"
#include "hires/review/remembered_choices.hpp"
#include "integration/time.hpp"

namespace ashby {

using integration::Call;
using integration::Code;
using integration::Failure;

namespace {

void fileMustBeAnswered(const Answer& answer) {
  if (answer.ok()) return;
  if (answer.error == ErrorKind::refused) throw Failure(Code::notFound, "Ashby no longer has this file");
  throw Failure(answer.error == ErrorKind::outOfTime ? Code::deadlineExceeded : Code::unavailable,
                "the file's link can't be fetched now: " + answer.message);
}

}  // namespace

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

integration::DocumentLink linkDocument(Call& call, AshbySession& session,
                                       const integration::DocumentQuery& query) {
  const HeldHire held = mustFindHire(call.store(), query.hireId);
  Client client(call, session);
  std::vector<Offer> offers;
  fileMustBeAnswered(readOffers(client, held.applicationId(), offers));
  if (const OfferVersion* version = agreedVersion(offers))
    for (const FileHandle& file : version->fileHandles) {
      if (file.id != query.fileId || !file.handle) continue;
      Answer answer = client.ask({"file.info", {{"fileHandle", *file.handle}}});
      fileMustBeAnswered(answer);
      const auto given = resultsAs<FileLink>(answer);
      fileMustBeAnswered(answer);
      if (given->url) return {file.name.value_or(""), *given->url};
    }
  throw Failure(Code::notFound, "the hire has no such file");
}

}  // namespace ashby
