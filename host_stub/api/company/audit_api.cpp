#include "api/company/audit_api.hpp"

#include "api/collection.hpp"
#include "api/cursor.hpp"
#include "integration/time.hpp"

namespace host_stub {

using integration::Json;

namespace {

constexpr const char* kAuditList = "audit";

Json view(const AuditRecord& record) {
  return {{"id", record.id},
          {"at", integration::formatTime(record.at)},
          {"actor", {{"id", record.actorId}, {"name", record.actorName}}},
          {"action", record.action},
          {"subject", record.subject}};
}

}  // namespace

void AuditApi::addTo(Routes& routes) {
  addRoute(routes, this, Right::company, "GET", "/api/audit", &AuditApi::list);
}

WebResponse AuditApi::list(const RequestContext& request) {
  AuditQuery query;
  query.limit = request.limit() + std::int64_t{1};  // one more: is there a next page
  query.skip = request.skip();
  query.before = cursorOf(request, kAuditList).value_or("");
  query.action = request.query("action").value_or("");
  query.actor = request.query("actor").value_or("");
  AuditPage page = platform_.audit.list(request.company(), query);
  const bool more = page.data.size() > request.limit();
  if (more) page.data.pop_back();
  Json data = Json::array();
  for (const AuditRecord& record : page.data) data.push_back(view(record));
  return collectionPage(request, static_cast<std::uint64_t>(page.total), std::move(data),
                        more ? std::optional(encodeCursor(kAuditList, page.data.back().id)) : std::nullopt);
}

}  // namespace host_stub
