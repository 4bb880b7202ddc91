#include "pages/hires/hire_pages.hpp"

#include "integration/pay_units.hpp"
#include "pages/format.hpp"
#include "pages/hires/field_notes.hpp"
#include "pages/hires/hire_content.hpp"
#include "pages/hires/hire_form.hpp"
#include "pages/page.hpp"

namespace host_stub {

using integration::Json;

namespace {

std::string apiPath(const PageRequest& request) {
  return "/api/new-hires/" + urlEncoded(request.part(0));
}

WebResponse show(const PageRequest& request, const Json& hire, const FormNotice& notice) {
  Page page;
  page.title = hireName(hire);
  page.section = "new-hires";
  page.status = notice.status;
  if (hire.value("busy", false)) page.refreshAfter = 5;
  page.content = hireContent(request, hire, notice);
  return showPage(request, page);
}

FormNotice saidOf(const ApiProblem& problem) {
  FormNotice notice{problem.status(), problem.what(), problem.issues(), problem.body().contains("hire")};
  if (!notice.issues.empty()) notice.message = "Not yet: see what to fill in or correct.";
  if (notice.isStale)
    notice.message = "It has changed since you opened it. What you typed is kept; look at the rest.";
  return notice;
}

const Json* withPath(const Json& all, const std::string& path) {
  for (const Json& one : all)
    if (textOf(one, "path") == path) return &one;
  return nullptr;
}

Json heldField(const Json& hire, const std::string& field) {
  const std::string value = memberValue(hire.at("fields"), field);
  return value.empty() ? Json(nullptr) : Json(value);
}

// The fields that a change at this path is of: all parts of pay.
std::vector<std::string> fieldsOf(const std::string& path) {
  const integration::PayUnit* unit = integration::payUnit(path);
  if (unit == nullptr) return {path};
  std::vector<std::string> fields;
  for (const integration::PayPart& part : unit->parts) fields.emplace_back(part.field);
  return fields;
}

// The buttons at a field settle that field; what else was typed is saved as well.
void settle(const Parameters& sent, const Json& hire, Json& edit) {
  Json& fields = edit["fields"];
  if (const std::string path = sent.get("take"); !path.empty()) {
    for (const std::string& field : fieldsOf(path)) fields.erase(field);
    edit["revert"] = Json::array({path});
  }
  const std::string kept = sent.get("keep"), suggested = sent.get("suggest"), name = sent.get("alternative");
  if (const Json* change = withPath(hire.at("changes"), kept); change != nullptr)
    for (const std::string& field : fieldsOf(kept))
      if (!fields.contains(field)) fields[field] = heldField(hire, field);
  if (const Json* one = withPath(hire.at("suggestions"), suggested)) fields[suggested] = one->at("value");
  const Json& alternatives = hire.at("nameParts").at("alternatives");
  for (std::size_t i = 0; i < alternatives.size(); ++i)
    if (name == std::to_string(i)) fields.update(alternativeName(alternatives[i]));
}

// Fills in proposals: one that was neither changed nor cleared when the member is added becomes the member's:
// for the dates as they are now.
void fillIn(const PageRequest& request, const Json& hire, Json& edit) {
  Json& fields = edit["fields"];
  Json values = valuesOf(hire);
  values.update(fields);
  const SentForm sent(request.form);
  const Json proposals = reviewForm(request, values).proposals(values);
  for (const auto& one : proposals.items())
    if (sent.has(one.key()) && !fields.contains(one.key())) fields[one.key()] = one.value();
}

WebResponse add(const PageRequest& request, const Json& hire, Json edit) {
  fillIn(request, hire, edit);
  const Json answer = request.api.send("POST", apiPath(request) + "/promote", edit);
  return redirectDone("/people/" + urlEncoded(textOf(answer.at("person"), "id")),
                      answer.value("alreadyAdded", false) ? "already-added" : "added");
}

WebResponse save(const PageRequest& request, const Json& hire, Json edit) {
  settle(request.form, hire, edit);
  if (!edit.at("fields").empty() || edit.contains("revert"))
    request.api.send("PATCH", apiPath(request), edit);
  return redirectDone("/new-hires/" + urlEncoded(request.part(0)), "saved");
}

}  // namespace

void HirePages::addTo(PageRoutes& routes) {
  addPage(routes, this, Right::newHires, "GET", "/new-hires/{id}", &HirePages::one);
  addPage(routes, this, Right::newHires, "POST", "/new-hires/{id}", &HirePages::change);
  addPage(routes, this, Right::newHires, "GET", "/new-hires/{id}/files/{file}", &HirePages::file);
}

WebResponse HirePages::one(const PageRequest& request) {
  return show(request, request.api.get(apiPath(request)), {});
}

WebResponse HirePages::change(const PageRequest& request) {
  const Json hire = request.api.get(apiPath(request));
  const Json edit = {{"fields", SentForm(request.form).edits(reviewForm(request, valuesOf(hire)))},
                     {"ifVersion", request.form.get("version")}};
  try {
    return request.form.get("do") == "add" ? add(request, hire, edit) : save(request, hire, edit);
  } catch (const ApiProblem& problem) {
    if (problem.status() == 403 || problem.status() == 404) throw;
    return show(request, request.api.get(apiPath(request)), saidOf(problem));
  }
}

WebResponse HirePages::file(const PageRequest& request) {
  const Json link = request.api.get(apiPath(request) + "/files/" + urlEncoded(request.part(1)));
  const std::string address = webAddress(textOf(link, "url"));
  if (address.empty())
    throw ApiProblem(404, {{"message", "The file can't be opened: it has no web address."}});
  return redirect(address);
}

}  // namespace host_stub
