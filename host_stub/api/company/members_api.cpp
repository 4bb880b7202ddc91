#include "api/company/members_api.hpp"

#include <algorithm>
#include <array>

#include "api/collection.hpp"
#include "api/company/member_view.hpp"
#include "api/cursor.hpp"
#include "net/server/json_answer.hpp"
#include "people/field_catalog.hpp"

namespace host_stub {
namespace {

constexpr const char* kPeopleList = "people";

// Whether a viewer sees a member's value: compensation, personal e-mail and phone, the company's own fields
// and whatever isn't known stay hidden.
bool isForViewers(const std::string& name) {
  static constexpr std::array<std::string_view, 5> kOfTheRecord{"id", "source", "sourceId", "createdAt",
                                                                "sources"};
  const MemberFieldInfo* field = memberFieldInfo(name);
  return field != nullptr ? field->audience == Audience::everyone
                          : std::find(kOfTheRecord.begin(), kOfTheRecord.end(), name) != kOfTheRecord.end();
}

integration::Json view(const RequestContext& request, const Member& person) {
  const bool all = request.user().role != Role::viewer;
  const integration::Json fields = personView(person);
  integration::Json visible;
  for (const auto& [name, value] : fields.items())
    if (all || isForViewers(name)) visible[name] = value;
  return visible;
}

}  // namespace

void PeopleApi::addTo(Routes& routes) {
  routes.add("GET", "/api/people", Right::people,
             [this](const RequestContext& request) { return list(request); });
  routes.add("GET", "/api/people/{id}", Right::people,
             [this](const RequestContext& request) { return get(request); });
}

WebResponse PeopleApi::list(const RequestContext& request) {
  MemberPage page = people_.list(request.company(), request.limit() + std::int64_t{1}, request.skip(),
                                 cursorOf(request, kPeopleList).value_or(""));
  const bool more = page.data.size() > request.limit();
  if (more) page.data.pop_back();
  integration::Json data = integration::Json::array();
  for (const Member& person : page.data) data.push_back(view(request, person));
  return collectionPage(request, static_cast<std::uint64_t>(page.total), std::move(data),
                        more ? std::optional(encodeCursor(kPeopleList, page.data.back().id)) : std::nullopt);
}

WebResponse PeopleApi::get(const RequestContext& request) {
  const auto person = people_.get(request.company(), request.part(0));
  if (!person) throw integration::Failure(integration::Code::notFound, "there is no such person");
  return jsonAnswer(200, view(request, *person));
}

}  // namespace host_stub
