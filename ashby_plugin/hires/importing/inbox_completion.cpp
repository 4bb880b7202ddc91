#include "hires/importing/inbox_completion.hpp"

namespace ashby {
namespace {

using integration::Op;

InboxItem lookAgain(const ReadItem& read, std::int64_t afterMs, std::string seenUpdatedAt, bool asked) {
  InboxItem next;
  next.triedAt = read.now;
  next.receivedAt = next.dueAt = read.now + afterMs;
  next.seenUpdatedAt = std::move(seenUpdatedAt);
  next.asked = asked;
  return next;
}

bool commitAndLookAgain(const ReadItem& read, std::vector<Op> ops, const HeldItem& held,
                        const InboxItem& next, bool tells) {
  postpone(ops, held, next, read.now);
  ops.push_back(Op::remove(keys::attention(held.applicationId)));
  return read.call.store().commit({std::move(ops), tells ? read.now : next.dueAt}).ok();
}

bool commitAndFinish(const ReadItem& read, std::vector<Op> ops, bool tells) {
  finish(ops, read.held);
  return read.call.store().commit({std::move(ops), tells ? read.now : 0}).ok();
}

}  // namespace

bool completeItem(const ReadItem& read, std::vector<Op> ops, Outcome outcome) {
  const InboxItem& item = read.held.item;
  const std::int64_t after = item.unvouched ? kReadAgainAfterMs : outcome.lookAfter;
  const bool done =
      after == 0
          ? commitAndFinish(read, ops, outcome.tells)
          : commitAndLookAgain(read, ops, read.held,
                               lookAgain(read, after, read.updatedAt, outcome.stillAsked), outcome.tells);
  if (done) return true;
  const auto fresh = findItem(read.call, read.held.applicationId);
  // A person's request may have changed as well: made now, or taken back.
  const bool asked = item.asked || (fresh && fresh->item.asked);
  if (!fresh || asked || isNewer(fresh->item.seenUpdatedAt, read.updatedAt)) return false;
  InboxItem next = lookAgain(read, kReadAgainAfterMs, fresh->item.seenUpdatedAt, false);
  next.catchUp = fresh->item.catchUp;  // it counts what becomes of it then
  next.countsFrom = fresh->item.countsFrom;
  return commitAndLookAgain(read, std::move(ops), *fresh, next, outcome.tells);
}

}  // namespace ashby
