#include "hires/work/quarantine.hpp"

#include "hires/records/activity.hpp"
#include "hires/records/inbox.hpp"
#include "hires/work/deferred_tasks.hpp"

namespace ashby {

using integration::Op;

void quarantine(integration::Call& call, const integration::SetAsideRequest& request) {
  const auto held = findItem(call, request.item);
  if (!held) return;
  const std::int64_t now = call.clock().now();
  InboxItem next = held->item;
  next.triedAt = now;
  next.dueAt = now + kAttentionAfterMs;
  next.reason = request.reason;
  if (next.activityId.empty()) next.activityId = newId(call, now);
  ++next.attempts;
  std::vector<Op> ops;
  replan(ops, *held, next, now);
  ops.push_back(Op::put(keys::attention(held->applicationId), std::to_string(kSchema)));
  ops.push_back(
      record(call, now,
             {"import", "failed", request.reason, held->applicationId, {}, next.attempts, next.activityId}));
  tellPeople(call, ops, now, "import_failed",
             "A hire was set aside because reading it crashed the server: see the activity for the reason",
             {}, held->applicationId);
  if (!call.store().commit({std::move(ops), now}).ok())
    throw integration::Failure(integration::Code::aborted,
                               "a delivery came for this application meanwhile: set it aside again");
}

}  // namespace ashby
