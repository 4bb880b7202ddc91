#include "hosting/draft_cleanup.hpp"

namespace host_stub {
namespace {

using integration::HireState;
using integration::ListPage;
using integration::ListQuery;
using integration::NewHire;

// How long the others wait for a plugin that is asked. It goes on by itself.
constexpr std::chrono::seconds kErasedWithin{10};

void removeThoseOf(Platform& platform, LiveConnection& connection, const std::set<std::string>& sourceIds,
                   const std::atomic<bool>& cancelled) {
  ListQuery query;
  query.state = HireState::withdrawn;
  query.limit = 250;
  ListPage page;
  std::uint64_t seen = 0;
  do {
    page = connection.list(query, LiveConnection::Ask::nobody);
    for (const NewHire& hire : page.data)
      if (hire.fields == integration::HireFields{} && sourceIds.contains(hire.source.applicationId))
        platform.memberDrafts.remove(connection.key(), hire.source.applicationId);
    if (!page.data.empty())
      query.after = integration::ListPosition{page.data.back().importedAt, page.data.back().id};
    seen += page.data.size();
  } while (!cancelled && !page.data.empty() && seen < page.total);
}

}  // namespace

void removeErasedDrafts(Platform& platform, ConnectionHub& hub, AskConnections& asks,
                        const std::atomic<bool>& cancelled) {
  AskConnections::Connections connections;
  std::vector<std::set<std::string>> drafts;
  for (auto& [key, sourceIds] : platform.memberDrafts.all())
    if (auto connection = hub.find(key)) {
      connections.push_back(std::move(connection));
      drafts.push_back(sourceIds);
    }
  const auto results = asks.ask<bool>(
      connections, "list_staged", kErasedWithin,
      [&platform, &cancelled, drafts = std::move(drafts)](LiveConnection& connection, std::size_t index) {
        if (!cancelled) removeThoseOf(platform, connection, drafts[index], cancelled);
        return true;
      });
  for (const auto& one : results)
    if (!one.answer)
      platform.log.warning("whether drafts are still needed is asked again later",
                           {{"reason", one.outcome.reason}});
}

}  // namespace host_stub
