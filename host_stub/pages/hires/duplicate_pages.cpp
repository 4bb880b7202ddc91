#include "pages/hires/duplicate_pages.hpp"

#include <algorithm>

#include "pages/format.hpp"
#include "pages/hires/hire_content.hpp"
#include "pages/hires/possible_duplicates.hpp"
#include "pages/hires/review_form.hpp"
#include "pages/page.hpp"

namespace host_stub {

using integration::Json;

namespace {

Json apiHire(const PageRequest& request) {
  return request.api.get("/api/new-hires/" + urlEncoded(request.part(0)));
}

Other otherOf(const PageRequest& request, const Json& hire) {
  for (Other& other : possibleDuplicates(request, hire))
    if (other.id == request.part(1)) return std::move(other);
  throw ApiProblem(404, {{"message", "The two are no longer taken for the same person."}});
}

std::vector<MemberField> fieldsOf(const Json& values, const Json& otherValues) {
  std::vector<MemberField> fields = memberFields();
  for (const Json* each : {&values, &otherValues}) {
    const Json custom = each->value("custom", Json::object());
    for (const auto& one : custom.items()) {
      const MemberField field = memberField(std::string(integration::kCustomPrefix) + one.key());
      if (std::none_of(fields.begin(), fields.end(), [&](const auto& f) { return f.name == field.name; }))
        fields.push_back(field);
    }
  }
  return fields;
}

std::string said(const Json& values, const MemberField& field) {
  return field.kind == "amount" ? payForPeople(payOf(values, field.name)) : valueForPeople(values, field);
}

// An amount stands for its pay unit: its currency and period are compared, and overwritten, with it.
Json rows(const Json& values, const Other& other, const std::vector<std::string>& ticked) {
  Json fieldRows = Json::array();
  for (const MemberField& field : fieldsOf(values, other.values)) {
    if (field.kind == "currency" || field.kind == "period") continue;  // said with their amount
    const bool isPay = field.kind == "amount";
    const std::string ours = isPay ? said(values, field) : memberValue(values, field.name),
                      theirs = isPay ? said(other.values, field) : memberValue(other.values, field.name);
    if (ours.empty() && theirs.empty()) continue;
    const bool differs =
        isPay ? payOf(values, field.name) != payOf(other.values, field.name) : ours != theirs;
    fieldRows.push_back({{"name", field.name},
                         {"title", wholeTitle(field)},
                         {"ours", said(values, field)},
                         {"theirs", said(other.values, field)},
                         {"differs", differs},
                         {"overwrites", differs && !ours.empty() && !other.isHire},
                         {"ticked", std::find(ticked.begin(), ticked.end(), field.name) != ticked.end()}});
  }
  return fieldRows;
}

WebResponse show(const PageRequest& request, const Json& hire, const Other& other,
                 const FormNotice& refused) {
  Json problems = Json::array();
  for (const auto& issue : refused.issues)
    problems.push_back({{"text", memberField(issue.path).title + ": " + issue.message}});
  Page page;
  page.title = "Is it the same person?";
  page.section = "new-hires";
  page.status = refused.status;
  const std::string here = "/new-hires/" + urlEncoded(request.part(0));
  page.content = fill(request, "duplicate",
                      {{"here", here},
                       {"there", (other.isHire ? "/new-hires/" : "/people/") + urlEncoded(other.id)},
                       {"version", hire.at("version")},
                       {"heading", hireName(hire)},
                       {"otherName", other.name},
                       {"what", other.what()},
                       {"isMember", !other.isHire},
                       {"reasons", other.reasons},
                       {"message", refused.message},
                       {"problems", problems},
                       {"rows", rows(valuesOf(hire), other, request.form.all("field"))}});
  return showPage(request, page);
}

}  // namespace

void DuplicatePages::addTo(PageRoutes& routes) {
  addPage(routes, this, Right::newHires, "GET", "/new-hires/{id}/duplicate/{other}",
          &DuplicatePages::compare);
  addPage(routes, this, Right::newHires, "POST", "/new-hires/{id}/duplicate/{other}", &DuplicatePages::link);
}

WebResponse DuplicatePages::compare(const PageRequest& request) {
  const Json hire = apiHire(request);
  return show(request, hire, otherOf(request, hire), {});
}

WebResponse DuplicatePages::link(const PageRequest& request) {
  const std::string& person = request.part(1);
  try {
    request.api.send("POST", "/api/new-hires/" + urlEncoded(request.part(0)) + "/link",
                     {{"personId", person},
                      {"fields", request.form.all("field")},
                      {"ifVersion", request.form.get("version")}});
  } catch (const ApiProblem& problem) {
    if (problem.status() == 403 || problem.status() == 404) throw;
    const Json hire = apiHire(request);
    return show(request, hire, otherOf(request, hire),
                {problem.status(), problem.what(), problem.issues(), false});
  }
  return redirectDone("/people/" + urlEncoded(person), "linked");
}

}  // namespace host_stub
