#include "pages/admin/member_form_page.hpp"

#include <charconv>

#include "pages/format.hpp"
#include "pages/page.hpp"

namespace host_stub {

using integration::Json;

namespace {

Json fieldsView(const Json& fields) {
  Json rows = Json::array();
  for (const Json& field : fields) {
    const bool locked = field.value("locked", false);
    rows.push_back({{"name", textOf(field, "name")},
                    {"title", textOf(field, "title")},
                    {"locked", locked},
                    {"ticked", locked || field.value("required", false)}});
  }
  return rows;
}

// form: as the API gives it, or as it was filled in.
WebResponse page(const PageRequest& request, const Json& form, const FormErrors& problems, int status) {
  Page page;
  page.title = "What a member needs";
  page.section = "admin";
  page.status = status;
  const Json next = form.value("nextEmployeeNumber", Json(nullptr));
  page.content = fill(request, "member_form",
                      {{"fields", fieldsView(form.at("fields"))},
                       {"assigns", form.value("assignEmployeeNumbers", false)},
                       {"next", next.is_string() ? next.get<std::string>() : next.dump()},
                       {"nextProblem", problems.at("nextEmployeeNumber")},
                       {"requiredProblem", problems.at("required")},
                       {"otherProblem", problems.at("")}});
  return showPage(request, page);
}

Json numberOf(const std::string& text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? Json(number) : Json(text);
}

}  // namespace

void MemberFormPage::addTo(PageRoutes& routes) {
  addPage(routes, this, Right::company, "GET", "/admin/member-form", &MemberFormPage::show);
  addPage(routes, this, Right::company, "POST", "/admin/member-form", &MemberFormPage::save);
}

WebResponse MemberFormPage::show(const PageRequest& request) {
  return page(request, request.api.get("/api/member-form"), {}, 200);
}

WebResponse MemberFormPage::save(const PageRequest& request) {
  const std::vector<std::string> required = request.form.all("required");
  Json change{{"required", required}, {"assignEmployeeNumbers", request.form.get("assign") == "yes"}};
  if (request.form.has("next")) change["nextEmployeeNumber"] = numberOf(request.form.get("next"));
  try {
    request.api.send("PUT", "/api/member-form", change);
  } catch (const ApiProblem& problem) {
    const FormErrors problems(problem);
    Json form = request.api.get("/api/member-form");
    for (Json& field : form.at("fields"))
      field["required"] =
          std::find(required.begin(), required.end(), textOf(field, "name")) != required.end();
    form.update(change);
    return page(request, form, problems, problem.status());
  }
  return redirectDone("/admin/member-form", "saved");
}

}  // namespace host_stub
