#include "hires/why.hpp"

#include "connection/settings.hpp"
#include "hires/activity.hpp"
#include "hires/inbox.hpp"
#include "hires/ledger.hpp"
#include "hires/listing.hpp"
#include "webhook/delivery.hpp"

namespace ashby {
namespace {

using integration::Call;
using integration::WhyAnswer;

WhyAnswer ofIdentity(const Identity& identity) {
  switch (identity.fate) {
    case Fate::staged:
      return {true, "staged", "It is among the new hires."};
    case Fate::promoted:
      return {true, "promoted", "It was added as a member."};
    case Fate::discarded:
      return {true, "discarded", "It was deleted from the new hires: restore it to bring it back."};
    case Fate::withdrawn:
      return {true, "withdrawn", "It was withdrawn: " + identity.reason + "."};
    case Fate::ignored:
      break;
  }
  return {true, "ignored", "It is not imported: " + identity.reason + "."};
}

std::optional<WhyAnswer> ofApplication(Call& call, const std::string& id) {
  const HeldIdentity held = findIdentity(call.store(), id);
  const bool isAHire = held.identity && held.identity->fate != Fate::ignored;
  const auto item = isAHire ? std::nullopt : findItem(call, id);
  if (item && !item->item.reason.empty())
    return WhyAnswer{true, "retrying",
                     "It could not be read yet: " + item->item.reason + ". It is tried again."};
  // What was read of it stands until it is read again.
  if (held.identity) return ofIdentity(*held.identity);
  if (!item) return std::nullopt;
  const Settings settings = load<Settings>(call.store(), keys::kSettings).value;
  return WhyAnswer{true, "waiting",
                   settings.complete() ? "It is about to be read from Ashby."
                                       : "It waits for an API key to be read from Ashby with."};
}

}  // namespace

WhyAnswer explainWhy(Call& call, const integration::WhyQuery& query) {
  if (query.q.empty())
    throw integration::Failure(integration::Code::invalidArgument,
                               "ask for an application id, e-mail or name");
  if (isId(query.q))
    if (auto answer = ofApplication(call, query.q)) return *answer;
  for (const HireState state :
       {HireState::staged, HireState::promoted, HireState::discarded, HireState::withdrawn}) {
    integration::ListQuery list;
    list.state = state;
    list.q = query.q;
    list.limit = 1;
    const integration::ListPage page = listHires(call, list);
    if (page.data.empty()) continue;
    if (auto answer = ofApplication(call, page.data.front().source.applicationId)) return *answer;
  }
  return {false, "unknown",
          "No delivery and no comparison with Ashby has shown such a hire on this connection."};
}

void retryImport(Call& call, const integration::RetryRequest& request) {
  untilCommitted([&]() -> std::optional<bool> {
    const auto line = findActivity(call, request.id.value_or(""));
    if (!line)
      throw integration::Failure(integration::Code::notFound, "there is no such line of the activity");
    const auto held = line->applicationId ? findItem(call, *line->applicationId) : std::nullopt;
    if (!held || held->item.attempts == 0)
      throw integration::Failure(integration::Code::failedPrecondition,
                                 "nothing of this line is left to try again");
    integration::Commit commit;
    enqueue(commit, held->entry, {held->applicationId, "", 0, true, false}, call.clock().now());
    return call.store().commit(commit).ok() ? std::optional(true) : std::nullopt;
  });
}

}  // namespace ashby
