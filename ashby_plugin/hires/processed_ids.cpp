#include "hires/processed_ids.hpp"

#include <map>

#include "fields/source_id.hpp"
#include "hires/records/hire_repository.hpp"
#include "integration/time.hpp"

namespace ashby {
namespace {
constexpr std::uint32_t kPage = 100;
}

integration::ProcessedIdPage exportProcessedIds(integration::Call& call,
                                                const integration::ExportProcessedIds& request) {
  integration::Range range = integration::Range::prefix(keys::kApplication);
  range.limit = kPage;
  if (request.from) range.from = keys::application(*request.from) + '\0';
  const integration::Page entries = call.store().scan(range);
  integration::ProcessedIdPage page;
  for (const integration::Entry& entry : entries.entries) {
    const ApplicationRecord identity = *decode<ApplicationRecord>(entry);
    const std::string id = entry.key.substr(std::string_view(keys::kApplication).size());
    if (entries.more) page.next = id;
    if (identity.fate == HireStatus::promoted || identity.fate == HireStatus::discarded)
      page.data.push_back({id,
                           identity.fate == HireStatus::promoted ? HireState::promoted : HireState::discarded,
                           integration::formatTime(identity.readAt)});
  }
  return page;
}

void importProcessedIds(integration::Call& call, const integration::ImportProcessedIds& request) {
  if (request.data.size() > kPage)
    throw integration::Failure(integration::Code::invalidArgument, "at most 100 ids at a time");
  untilCommitted([&]() -> std::optional<bool> {
    std::map<std::string, const integration::ProcessedId*> byKey;
    for (const integration::ProcessedId& handled : request.data)
      if (isId(handled.sourceId)) byKey.emplace(keys::application(handled.sourceId), &handled);
    std::vector<std::string> wanted;
    for (const auto& [key, handled] : byKey) wanted.push_back(key);
    integration::Commit commit;
    const auto entries = wanted.empty() ? std::vector<integration::Entry>() : call.store().get(wanted);
    for (const integration::Entry& entry : entries) {
      if (entry.present()) continue;
      const integration::ProcessedId& handled = *byKey.at(entry.key);
      const HireStatus fate =
          handled.state == HireState::promoted ? HireStatus::promoted : HireStatus::discarded;
      const ApplicationRecord identity{fate, "", "", integration::parseTime(handled.at).value_or(0),
                                       "handled by an earlier connection"};
      commit.ops.push_back(integration::Op::put(entry.key, encode(identity)).ifVersion(0));
    }
    if (commit.ops.empty() || call.store().commit(commit).ok()) return true;
    return std::nullopt;
  });
}

}  // namespace ashby
