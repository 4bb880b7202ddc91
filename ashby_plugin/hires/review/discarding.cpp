#include "hires/review/discarding.hpp"

#include "hires/importing/importer.hpp"
#include "hires/records/activity.hpp"
#include "hires/records/hire_repository.hpp"
#include "hires/records/settings.hpp"
#include "hires/work/deferred_tasks.hpp"
#include "integration/time.hpp"

namespace ashby {
namespace {

using integration::Call;
using integration::Code;
using integration::Commit;
using integration::Failure;
using integration::Op;

// A restore that still waits for the source is taken back.
void forgetRestore(Call& call, const HeldHire& held, std::vector<Op>& ops) {
  const auto waiting = findItem(call, held.applicationId());
  if (!waiting || !waiting->item.asked) return;
  InboxItem forgotten = waiting->item;
  forgotten.asked = false;
  ops.push_back(Op::put(waiting->entry.key, encode(forgotten)).ifVersion(waiting->entry.version));
}

bool change(Call& call, const HeldHire& held, HireState to, const HireDocument& document, Commit commit,
            ActivityEntry happening) {
  const HeldIdentity identity = findIdentity(call.store(), held.applicationId());
  ApplicationRecord settled = identity.identity.value_or(ApplicationRecord{});
  settled.fate = to == HireState::staged ? HireStatus::staged : HireStatus::discarded;
  settled.hireId = document.id;
  moveHire(commit.ops, held, to, document);
  commit.ops.push_back(Op::put(identity.entry.key, encode(settled)).ifVersion(identity.entry.version));
  happening.applicationId = held.applicationId();
  happening.hireId = document.id;
  commit.ops.push_back(record(call, call.clock().now(), happening));
  return call.store().commit(commit).ok();
}

// Reads a hire whose data is gone again at once; changes nothing if that fails.
std::optional<bool> readBack(Call& call, HireSource& source, const HeldHire& held) {
  const std::unique_ptr<HireBatch> batch = source.readApplications({held.applicationId()});
  const SourceHire& hire = batch->at(0);
  const SourceError& error = hire.error();
  if (!error.ok() && error.kind != ErrorKind::refused)
    throw Failure(
        integration::Error{Code::unavailable,
                           "its data is gone and can't be read again now: " + error.message +
                               ". Nothing was changed, try again later",
                           error.retryAfterMs > 0 ? std::optional(error.retryAfterMs) : std::nullopt,
                           {}});
  if (!error.ok() || !hire.application().isHired)
    throw Failure(Code::failedPrecondition,
                  error.ok() ? "its data is gone, and it is no longer marked as hired in " + source.name()
                             : "its data is gone, and " + source.name() + " no longer shows it");
  const std::int64_t now = call.clock().now();
  Commit commit;
  enqueue(commit, call.store().get(keys::inbox(held.applicationId())),
          {held.applicationId(), "", 0, true, true}, now);
  // As it was read: one that has come back meanwhile needs no second restore.
  commit.ops.push_back(Op::touch(held.entry.key).ifVersion(held.entry.version));
  if (!call.store().commit(commit).ok()) return std::nullopt;
  // From here on run_work would bring it back too.
  if (const auto item = findItem(call, held.applicationId())) {
    const Settings settings = load<Settings>(call.store(), keys::kSettings).value;
    ImportRules rules{settings};
    (void)importApplications(call, source, rules, {*item});
  }
  return true;
}

}  // namespace

void discardHire(Call& call, const integration::DiscardRequest& request) {
  untilCommitted([&]() -> std::optional<bool> {
    const HeldHire held = mustFindHire(call.store(), request.id);
    if (held.state == HireState::promoted)
      throw Failure(Code::failedPrecondition, "it was added as a member and can't be deleted here");
    if (held.busy()) throw Failure(Code::failedPrecondition, "it is being added as a member right now");
    const bool nothingToErase = !request.erase || held.document.erasedAt;
    if (held.state == HireState::discarded && nothingToErase) {
      Commit commit;
      forgetRestore(call, held, commit.ops);
      const bool nothingToDo = commit.ops.empty();
      return nothingToDo || call.store().commit(commit).ok() ? std::optional(true) : std::nullopt;
    }
    const std::int64_t now = call.clock().now();
    HireDocument document = held.document;
    document.updatedAt = integration::formatTime(now);
    Commit commit;
    forgetRestore(call, held, commit.ops);
    if (request.erase) {
      erase(document, now);
    } else {
      commit.wakeAt = now + load<Settings>(call.store(), keys::kSettings).value.keepDiscardedMs();
      scheduleErasure(commit.ops, document, commit.wakeAt);
    }
    const bool done =
        change(call, held, HireState::discarded, document, std::move(commit),
               {"discard", "ok", request.erase ? "deleted, its data erased" : "deleted", {}, {}, 1, {}});
    return done ? std::optional(true) : std::nullopt;
  });
}

void restoreHire(Call& call, HireSource& source, const integration::RestoreRequest& request) {
  untilCommitted([&]() -> std::optional<bool> {
    const HeldHire held = mustFindHire(call.store(), request.id);
    if (held.state == HireState::staged && !held.busy()) return true;
    if (held.state != HireState::discarded)
      throw Failure(Code::failedPrecondition,
                    held.state == HireState::promoted ? "it was added as a member"
                    : held.busy()                     ? "it is being added as a member right now"
                                  : "it is withdrawn: it returns when it is marked as hired in " +
                                        source.name() + " again");
    const std::int64_t now = call.clock().now();
    if (held.document.erasedAt) return readBack(call, source, held);
    HireDocument document = held.document;
    document.eraseAt.reset();
    document.updatedAt = integration::formatTime(now);
    // Changes in the source were not followed meanwhile, so the hire is read again.
    Commit commit;
    enqueue(commit, call.store().get(keys::inbox(held.applicationId())),
            {held.applicationId(), "", 0, false, false}, now);
    const bool done = change(call, held, HireState::staged, document, std::move(commit),
                             {"restore", "ok", "restored", {}, {}, 1, {}});
    return done ? std::optional(true) : std::nullopt;
  });
}

}  // namespace ashby
