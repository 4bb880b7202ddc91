#include "hires/review/promotion.hpp"
#include "fields/member_validation.hpp"

#include <algorithm>

#include "fields/fields.hpp"
#include "fields/typed_value.hpp"
#include "hires/records/activity.hpp"
#include "hires/records/hire_repository.hpp"
#include "hires/records/inbox.hpp"
#include "hires/review/remembered_choices.hpp"
#include "integration/time.hpp"

namespace ashby {
namespace {

using integration::Call;
using integration::Code;
using integration::Commit;
using integration::Failure;
using integration::HireFields;
using integration::Issue;
using integration::Op;
using integration::PromoteResult;

constexpr std::int64_t kFinishAfterMs = 10000;
// Longer than any call that creates a member lasts.
constexpr std::int64_t kLongestCallMs = 60000;

HireFields merged(HireFields fields, const std::map<std::string, Text>& edits) {
  std::vector<Issue> issues;
  for (const auto& [name, value] : edits)
    if (!setField(fields, name, typedValue(name, value)))
      issues.push_back({name, "unknown", "there is no field of this name"});
  for (Issue& issue : memberIssues(fields)) issues.push_back(std::move(issue));
  if (!issues.empty())
    throw Failure(Code::invalidArgument, "the new hire can't be added yet: see each field",
                  std::move(issues));
  plainAmounts(fields);
  return fields;
}

// The op that makes an import in progress read again: what it has read of the source may be about to be
// overtaken.
Op guardIdentity(Call& call, const HeldHire& held) {
  const HeldIdentity identity = findIdentity(call.store(), held.applicationId());
  return Op::touch(identity.entry.key).ifVersion(identity.entry.version);
}

// Step 1. nullopt if others were quicker.
std::optional<HeldHire> begin(Call& call, const HeldHire& held, HireFields fields,
                              const std::map<std::string, Text>& edits) {
  const std::int64_t now = call.clock().now();
  HeldHire begun = held;
  begun.document.promotion = Promotion{std::move(fields), now, now + kFinishAfterMs, now, 0, 0};
  Commit commit;
  moveHire(commit.ops, held, HireState::staged, begun.document);
  commit.ops.push_back(guardIdentity(call, held));
  commit.ops.push_back(
      Op::put(keys::promoting(now + kFinishAfterMs, begun.document.id), std::to_string(now)));
  commit.wakeAt = now + kFinishAfterMs;
  rememberChoices(call, commit, held.document, edits);
  const integration::Committed done = call.store().commit(commit);
  if (!done.ok()) return std::nullopt;
  begun.entry.version = done.version;
  return begun;
}

// Step 1 of whoever finishes what was begun before. Until the calls before this one must have ended, a
// refusal is not the last word: one of theirs may still be creating the member. nullopt if others were
// quicker.
std::optional<HeldHire> join(Call& call, const HeldHire& held) {
  HeldHire joined = held;
  Promotion& promotion = *joined.document.promotion;
  const std::int64_t now = call.clock().now();
  promotion.othersUntil = std::min(promotion.joinedAt, now) + kLongestCallMs;
  promotion.joinedAt = now;
  Commit commit;
  moveHire(commit.ops, held, HireState::staged, joined.document);
  const integration::Committed done = call.store().commit(commit);
  if (!done.ok()) return std::nullopt;
  joined.entry.version = done.version;
  return joined;
}

void dropPlan(std::vector<Op>& ops, const HeldHire& held) {
  ops.push_back(Op::remove(keys::promoting(held.document.promotion->dueAt, held.document.id)));
}

// Step 3. Somebody else's step 3 is as good.
void complete(Call& call, const HeldHire& held) {
  const std::int64_t now = call.clock().now();
  HireDocument document = held.document;
  document.settledSource = document.fromSource ? document.fromSource : document.fields;
  document.fields = held.document.promotion->fields;
  document.promotion.reset();
  document.edits.clear();
  document.issues.clear();
  document.suggestions.clear();
  document.updatedAt = integration::formatTime(now);
  document.followUntil = now + kFollowMemberMs;
  const HeldIdentity identity = findIdentity(call.store(), held.applicationId());
  ApplicationRecord settled = identity.identity.value_or(ApplicationRecord{});
  settled.fate = HireStatus::promoted;
  settled.hireId = document.id;
  Commit commit;
  moveHire(commit.ops, held, HireState::promoted, document);
  commit.ops.push_back(Op::put(identity.entry.key, encode(settled)).ifVersion(identity.entry.version));
  dropPlan(commit.ops, held);
  commit.ops.push_back(
      record(call, now, {"promote", "ok", "added as a member", held.applicationId(), document.id, 1, {}}));
  // Compared with the source from now on: in a minute, each day, and when something tells of it.
  enqueue(commit, call.store().get(keys::inbox(held.applicationId())),
          {held.applicationId(), settled.updatedAt, now + kReadAgainAfterMs}, now);
  (void)call.store().commit(commit);
}

// The next attempt to finish it.
void planAt(Call& call, const HeldHire& held, std::int64_t at) {
  HireDocument document = held.document;
  ++document.promotion->attempts;
  document.promotion->dueAt = at;
  Commit commit;
  moveHire(commit.ops, held, HireState::staged, document);
  dropPlan(commit.ops, held);
  commit.ops.push_back(Op::put(keys::promoting(at, document.id), std::to_string(call.clock().now())));
  commit.wakeAt = at;
  (void)call.store().commit(commit);
}

// The host refused: a new hire again, with what it found at fault.
void takeBack(Call& call, const HeldHire& held, const std::vector<Issue>& issues) {
  const std::int64_t now = call.clock().now();
  HireDocument document = held.document;
  document.promotion.reset();
  for (const Issue& issue : issues) {
    std::erase_if(document.issues,
                  [&](const Issue& old) { return old.path == issue.path && old.code == issue.code; });
    document.issues.push_back(issue);
  }
  document.updatedAt = integration::formatTime(now);
  std::vector<Op> ops;
  moveHire(ops, held, HireState::staged, document);
  dropPlan(ops, held);
  ops.push_back(record(call, now,
                       {"promote",
                        "failed",
                        "the platform refused the member: see the issues of the new hire",
                        held.applicationId(),
                        document.id,
                        1,
                        {}}));
  (void)call.store().commit({std::move(ops), 0});
}

// Steps 2 and 3.
PromoteResult carryOut(Call& call, const HeldHire& begun) {
  integration::MemberCreated member;
  try {
    member = call.members().create(begun.applicationId(), begun.document.promotion->fields);
  } catch (const Failure& failure) {
    if (failure.code() != Code::invalidArgument) throw;
    const std::int64_t now = call.clock().now();
    if (now < begun.document.promotion->othersUntil)
      planAt(call, begun, begun.document.promotion->othersUntil);
    else
      takeBack(call, begun, failure.error().issues);
    throw;
  }
  complete(call, begun);
  return {std::move(member.person), !member.created};
}

PromoteResult alreadyAdded(Call& call, const HeldHire& held) {
  auto person = call.members().get(held.applicationId());
  if (!person) throw Failure(Code::notFound, "it was added as a member, who is no longer among the people");
  return {*std::move(person), true};
}

void finishOne(Call& call, const keys::TimedKey& plan, std::int64_t now) {
  const auto held = findHire(call.store(), plan.id);
  if (!held || !held->busy() || held->document.promotion->dueAt != plan.at) {
    (void)call.store().commit(
        {{Op::remove(keys::promoting(plan.at, plan.id))}, 0});  // a plan that was overtaken
    return;
  }
  const auto joined = join(call, *held);
  if (!joined) return;  // it has just been finished, or is due by a plan of its own
  try {
    if (call.members().get(joined->applicationId()))
      complete(call, *joined);
    else
      (void)carryOut(call, *joined);
  } catch (const Failure& failure) {
    const Promotion& promotion = *joined->document.promotion;
    if (failure.code() != Code::invalidArgument)
      planAt(call, *joined, now + retryDelay(promotion.attempts, now - promotion.begunAt));
  }
}

}  // namespace

PromoteResult promoteHire(Call& call, const HireSource& source, const integration::PromoteRequest& request) {
  return untilCommitted([&]() -> std::optional<PromoteResult> {
    const HeldHire held = mustFindHire(call.store(), request.id);
    if (held.state == HireState::promoted) return alreadyAdded(call, held);
    if (held.state != HireState::staged)
      throw Failure(Code::failedPrecondition, held.state == HireState::discarded
                                                  ? "it was deleted: restore it first"
                                                  : "it is no longer marked as hired in " + source.name());
    // A second reviewer finishes what the first has begun.
    if (held.busy()) {
      const auto joined = join(call, held);
      if (!joined) return std::nullopt;
      PromoteResult result = carryOut(call, *joined);
      result.alreadyAdded = true;
      return result;
    }
    if (request.ifVersion && *request.ifVersion != std::to_string(held.entry.version))
      throw Failure(Code::aborted, "it has changed since you opened it: look at it again");
    const auto begun = begin(call, held, merged(held.document.fields, request.fields), request.fields);
    return begun ? std::optional(carryOut(call, *begun)) : std::nullopt;
  });
}

std::int64_t finishPromotions(Call& call, Budget& budget) {
  const std::int64_t now = budget.now();
  const Due due = readDue(call, keys::kPromoting, now, Budget::kUnits);
  for (const keys::TimedKey& plan : due.now) {
    if (!budget.left()) break;
    budget.spend();
    finishOne(call, plan, now);
    budget.look();
  }
  if (due.now.empty()) return due.nextAt;
  const Due left = readDue(call, keys::kPromoting, now, 1);
  return left.now.empty() ? left.nextAt : left.now.front().at;
}

}  // namespace ashby
