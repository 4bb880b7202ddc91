#include "hosting/erased_drafts.hpp"

namespace host_stub {
namespace {

using integration::HireState;
using integration::ListPage;
using integration::ListQuery;
using integration::NewHire;

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

void removeErasedDrafts(Platform& platform, ConnectionHub& hub, const std::atomic<bool>& cancelled) {
  for (const auto& [key, sourceIds] : platform.memberDrafts.all()) {
    if (cancelled) return;
    try {
      if (const auto connection = hub.find(key)) removeThoseOf(platform, *connection, sourceIds, cancelled);
    } catch (const std::exception& error) {
      platform.log.warning("whether drafts are still needed is asked again later",
                           {{"connection", key.connection}, {"reason", error.what()}});
    }
  }
}

}  // namespace host_stub
