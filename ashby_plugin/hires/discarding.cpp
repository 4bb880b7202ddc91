#include "hires/discarding.hpp"

#include "hires/activity.hpp"
#include "hires/inbox.hpp"
#include "hires/ledger.hpp"
#include "integration/time.hpp"

namespace ashby {
namespace {

using integration::Call;
using integration::Code;
using integration::Commit;
using integration::Failure;
using integration::Op;

HeldHire mustFind(Call& call, const std::string& id) {
  auto held = findHire(call.store(), id);
  if (!held) throw Failure(Code::notFound, "there is no such new hire");
  return *std::move(held);
}

// Ids and times stay, so that the tombstone holds; the person is gone.
void erase(HireDocument& document, std::int64_t now) {
  HireDocument bare;
  bare.id = document.id;
  bare.source = {"ashby", document.source.applicationId, {}, {}, {}, {}};
  bare.importedAt = document.importedAt;
  bare.updatedAt = integration::formatTime(now);
  bare.erasedAt = bare.updatedAt;
  document = std::move(bare);
}

// A restore that still waits for Ashby is taken back.
void forgetRestore(Call& call, const HeldHire& held, std::vector<Op>& ops) {
  const auto waiting = findItem(call, held.applicationId());
  if (!waiting || !waiting->item.asked) return;
  InboxItem forgotten = waiting->item;
  forgotten.asked = false;
  ops.push_back(Op::put(waiting->entry.key, encode(forgotten)).ifVersion(waiting->entry.version));
}

bool change(Call& call, const HeldHire& held, HireState to, const HireDocument& document, Commit commit,
            Happening happening) {
  const HeldIdentity identity = findIdentity(call.store(), held.applicationId());
  Identity settled = identity.identity.value_or(Identity{});
  settled.fate = to == HireState::staged ? Fate::staged : Fate::discarded;
  settled.hireId = document.id;
  moveHire(commit.ops, held, to, document);
  commit.ops.push_back(Op::put(identity.entry.key, encode(settled)).ifVersion(identity.entry.version));
  happening.applicationId = held.applicationId();
  happening.hireId = document.id;
  commit.ops.push_back(record(call, call.clock().now(), happening));
  return call.store().commit(commit).ok();
}

}  // namespace

void discardHire(Call& call, const integration::DiscardRequest& request) {
  untilCommitted([&]() -> std::optional<bool> {
    const HeldHire held = mustFind(call, request.id);
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
    if (request.erase) erase(document, now);
    Commit commit;
    forgetRestore(call, held, commit.ops);
    const bool done =
        change(call, held, HireState::discarded, document, std::move(commit),
               {"discard", "ok", request.erase ? "deleted, its data erased" : "deleted", {}, {}, 1, {}});
    return done ? std::optional(true) : std::nullopt;
  });
}

void restoreHire(Call& call, const integration::RestoreRequest& request) {
  untilCommitted([&]() -> std::optional<bool> {
    const HeldHire held = mustFind(call, request.id);
    if (held.state == HireState::staged && !held.busy()) return true;
    if (held.state != HireState::discarded)
      throw Failure(Code::failedPrecondition,
                    held.state == HireState::promoted ? "it was added as a member"
                    : held.busy()                     ? "it is being added as a member right now"
                                  : "it is withdrawn: it returns when it is marked as hired in Ashby again");
    const std::int64_t now = call.clock().now();
    if (held.document.erasedAt) {
      const integration::Entry item = call.store().get(keys::inbox(held.applicationId()));
      Commit commit;
      enqueue(commit, item, {held.applicationId(), "", 0, true, true}, now);
      // As it was read: one that has come back meanwhile needs no second restore.
      commit.ops.push_back(Op::touch(held.entry.key).ifVersion(held.entry.version));
      return call.store().commit(commit).ok() ? std::optional(true) : std::nullopt;
    }
    HireDocument document = held.document;
    document.updatedAt = integration::formatTime(now);
    // What happened in Ashby meanwhile was not followed: read it again.
    Commit commit;
    enqueue(commit, call.store().get(keys::inbox(held.applicationId())),
            {held.applicationId(), "", 0, false, false}, now);
    const bool done = change(call, held, HireState::staged, document, std::move(commit),
                             {"restore", "ok", "restored", {}, {}, 1, {}});
    return done ? std::optional(true) : std::nullopt;
  });
}

}  // namespace ashby
