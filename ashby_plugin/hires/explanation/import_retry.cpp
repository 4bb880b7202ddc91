#include "hires/explanation/import_retry.hpp"

#include "hires/records/activity.hpp"
#include "hires/records/hire_repository.hpp"
#include "hires/records/inbox.hpp"

namespace ashby {
namespace {

using integration::Call;

void retryAll(Call& call) {
  constexpr std::size_t kPerCommit = 40;  // each takes up to three of a commit's 128 ops
  integration::Range range = integration::Range::prefix(keys::kInbox);
  range.limit = kPerCommit;
  for (bool more = true; more;) {
    const integration::Page page = call.store().scan(range);
    more = page.more;
    if (more) range.from = page.entries.back().key + '\0';
    integration::Commit commit;
    for (const integration::Entry& entry : page.entries)
      if (decode<InboxItem>(entry)->attempts != 0)
        enqueue(commit, entry, {entry.key.substr(std::string_view(keys::kInbox).size()), "", 0, true},
                call.clock().now());
    // Aborted: one of them was tried in between; the others are left to their own times.
    if (!commit.ops.empty()) (void)call.store().commit(commit);
  }
}

}  // namespace

void retryImport(Call& call, const integration::RetryRequest& request) {
  if (!request.id) return retryAll(call);
  untilCommitted([&]() -> std::optional<bool> {
    const auto line = findActivity(call, *request.id);
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
