#include "pages/people/member_pages.hpp"

#include "pages/format.hpp"
#include "pages/page.hpp"
#include "pages/people/member_fields.hpp"

namespace host_stub {

using integration::Json;

namespace {

constexpr const char* kSection = "people";

Json row(const Json& person) {
  return {{"id", person.at("id")},
          {"name", fullName(person, "Without a name")},
          {"jobTitle", textOf(person, "jobTitle")},
          {"department", textOf(person, "department")},
          {"placeOfWork", textOf(person, "placeOfWork")},
          {"start", dayForPeople(textOf(person, "employmentStartDate"))},
          {"from", systemForPeople(textOf(person, "source"))}};
}

// Falls back to the one source that an older answer has.
Json sources(const Json& person) {
  Json all = Json::array();
  const auto add = [&](const Json& one) {
    if (const std::string id = textOf(one, "sourceId"); !id.empty())
      all.push_back({{"system", systemForPeople(textOf(one, "source"))}, {"id", id}});
  };
  for (const Json& one : person.value("sources", Json::array())) add(one);
  if (all.empty()) add(person);
  return all;
}

}  // namespace

void PeoplePages::addTo(PageRoutes& routes) {
  addPage(routes, this, Right::people, "GET", "/people", &PeoplePages::list);
  addPage(routes, this, Right::people, "GET", "/people/{id}", &PeoplePages::one);
}

WebResponse PeoplePages::list(const PageRequest& request) {
  Parameters query;
  query.set("$limit", "50");
  query.set("cursor", request.query.get("cursor"));
  const Json answer = request.api.get("/api/people", query);
  Json rows = Json::array();
  for (const Json& person : answer.at("data")) rows.push_back(row(person));
  Parameters next;
  next.set("cursor", textOf(answer, "nextCursor"));

  Page page;
  page.title = "People";
  page.section = kSection;
  page.content =
      fill(request, "people",
           {{"total", countForPeople(answer.value("total", std::uint64_t{0}), "member", "members")},
            {"any", !rows.empty()},
            {"rows", std::move(rows)},
            {"mayAdd", request.may(Right::newHires)},
            {"first", request.query.has("cursor")},
            {"next", next.list().empty() ? Json(nullptr) : Json("/people?" + next.encoded())}});
  return showPage(request, page);
}

WebResponse PeoplePages::one(const PageRequest& request) {
  const Json person = request.api.get("/api/people/" + urlEncoded(request.part(0)));
  Page page;
  page.title = fullName(person, "Without a name");
  page.section = kSection;
  page.content = fill(request, "person",
                      {{"name", page.title},
                       {"jobTitle", textOf(person, "jobTitle")},
                       {"department", textOf(person, "department")},
                       {"sections", factSections(person)},
                       {"sources", sources(person)},
                       {"added", timeForPeople(textOf(person, "createdAt"))}});
  return showPage(request, page);
}

}  // namespace host_stub
