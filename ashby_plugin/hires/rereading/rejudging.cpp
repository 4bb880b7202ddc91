#include "hires/rereading/rejudging.hpp"

#include "hires/records/inbox.hpp"
#include "hires/rereading/verdict.hpp"

namespace ashby {

std::string queueOutdated(integration::Call& call, integration::Commit& commit, std::string_view after,
                          std::int64_t now) {
  constexpr std::uint32_t kLookedAt = 200;
  constexpr std::size_t kQueued = 40;  // each takes up to three of a commit's 128 ops
  const Settings settings = load<Settings>(call.store(), keys::kSettings).value;
  integration::Range range = integration::Range::prefix(keys::kApplication);
  if (!after.empty()) range.from = keys::application(after) + '\0';
  range.limit = kLookedAt;
  const integration::Page page = call.store().scan(range);
  std::vector<ReadReason> outdated;
  std::vector<std::string> wanted;
  std::string last;
  bool more = page.more;
  for (const integration::Entry& entry : page.entries) {
    if (outdated.size() == kQueued) {
      more = true;
      break;
    }
    last = entry.key.substr(std::string_view(keys::kApplication).size());
    const auto identity = decode<ApplicationRecord>(entry);
    if (!identity || !isOutdated(*identity, settings)) continue;
    ReadReason occasion{last, identity->updatedAt};
    occasion.rejudged = true;
    outdated.push_back(std::move(occasion));
    wanted.push_back(keys::inbox(last));
  }
  if (!wanted.empty()) {
    const auto items = call.store().get(wanted);
    for (std::size_t i = 0; i < items.size(); ++i) enqueue(commit, items[i], outdated[i], now);
  }
  return more ? last : std::string();
}

}  // namespace ashby
