#include "hires/handover.hpp"

#include <map>

#include "ashby/ids.hpp"
#include "hires/ledger.hpp"
#include "integration/time.hpp"

namespace ashby {
namespace {
constexpr std::uint32_t kPage = 100;
}

integration::HandledPage giveHandled(integration::Call& call, const integration::GiveHandled& request) {
  integration::Range range = integration::Range::prefix(keys::kApplication);
  range.limit = kPage;
  if (request.from) range.from = keys::application(*request.from) + '\0';
  const integration::Page entries = call.store().scan(range);
  integration::HandledPage page;
  for (const integration::Entry& entry : entries.entries) {
    const Identity identity = *decode<Identity>(entry);
    const std::string id = entry.key.substr(std::string_view(keys::kApplication).size());
    if (entries.more) page.next = id;
    if (identity.fate == Fate::promoted || identity.fate == Fate::discarded)
      page.data.push_back({id, identity.fate == Fate::promoted ? HireState::promoted : HireState::discarded,
                           integration::formatTime(identity.readAt)});
  }
  return page;
}

void takeHandled(integration::Call& call, const integration::TakeHandled& request) {
  if (request.data.size() > kPage)
    throw integration::Failure(integration::Code::invalidArgument, "at most 100 ids at a time");
  untilCommitted([&]() -> std::optional<bool> {
    std::map<std::string, const integration::Handled*> byKey;
    for (const integration::Handled& handled : request.data)
      if (isId(handled.sourceId)) byKey.emplace(keys::application(handled.sourceId), &handled);
    std::vector<std::string> wanted;
    for (const auto& [key, handled] : byKey) wanted.push_back(key);
    integration::Commit commit;
    const auto entries = wanted.empty() ? std::vector<integration::Entry>() : call.store().get(wanted);
    for (const integration::Entry& entry : entries) {
      if (entry.present()) continue;
      const integration::Handled& handled = *byKey.at(entry.key);
      const Fate fate = handled.state == HireState::promoted ? Fate::promoted : Fate::discarded;
      const Identity identity{fate, "", "", integration::parseTime(handled.at).value_or(0),
                              "handled by an earlier connection"};
      commit.ops.push_back(integration::Op::put(entry.key, encode(identity)).ifVersion(0));
    }
    if (commit.ops.empty() || call.store().commit(commit).ok()) return true;
    return std::nullopt;
  });
}

}  // namespace ashby
