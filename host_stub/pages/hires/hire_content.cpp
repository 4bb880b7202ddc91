#include "pages/hires/hire_content.hpp"

#include "pages/format.hpp"
#include "pages/hires/field_notes.hpp"
#include "pages/hires/hire_form.hpp"
#include "pages/hires/possible_duplicates.hpp"
#include "pages/page.hpp"

namespace host_stub {

using integration::Json;

namespace {

std::string connectionName(const PageRequest& request, const Json& hire) try {
  if (!request.may(Right::connections)) return "";
  return textOf(request.api.get("/api/connections/" + urlEncoded(textOf(hire, "connectionId"))), "name");
} catch (const ApiProblem&) {
  return "";
}

Json origin(const PageRequest& request, const Json& hire) {
  const Json& source = hire.at("source");
  return {{"system", sourceName(hire)},
          {"called", textOf(source, "name")},
          {"connection", connectionName(request, hire)},
          {"profile", webAddress(textOf(source, "profileUrl"))},
          {"imported", timeForPeople(textOf(hire, "importedAt"))},
          {"updated", timeForPeople(textOf(hire, "updatedAt"))}};
}

Json duplicates(const PageRequest& request, const Json& hire) {
  Json rows = Json::array();
  for (const Other& other : possibleDuplicates(request, hire))
    rows.push_back(
        {{"other", other.id}, {"otherName", other.name}, {"what", other.what()}, {"reasons", other.reasons}});
  return rows;
}

Json files(const Json& hire) {
  Json rows = Json::array();
  for (const Json& file : hire.value("files", Json::array())) {
    const std::string id = textOf(file, "id"), name = textOf(file, "name");
    rows.push_back({{"address", "/new-hires/" + urlEncoded(textOf(hire, "id")) + "/files/" + urlEncoded(id)},
                    {"name", name.empty() ? "Document" : name}});
  }
  return rows;
}

// Returns the values that differ at the source since the person became a member.
Json differences(const Json& hire) {
  const Json values = valuesOf(hire);
  Json rows = Json::array();
  for (const Json& change : hire.at("changes")) {
    const ReviewField field{memberField(textOf(change, "path")), false, {}};
    const auto said = [&](const char* whose) { return changedValue(change, field, whose); };
    rows.push_back({{"title", field.title}, {"source", said("source")}, {"yours", said("yours")}});
  }
  return rows;
}

std::string subtitle(const Json& values) {
  std::string text = textOf(values, "jobTitle");
  const auto add = [&](const std::string& more) {
    if (!more.empty()) text += (text.empty() ? "" : " · ") + more;
  };
  add(textOf(values, "department"));
  if (const std::string day = dayForPeople(textOf(values, "employmentStartDate")); !day.empty())
    add("starts " + day);
  return text;
}

Json stateOf(const Json& hire) {
  const std::string state = textOf(hire, "state");
  const bool busy = state == "staged" && hire.value("busy", false);
  const bool editable = state == "staged" && !busy;
  return {{"editable", editable},
          {"busy", busy},
          {"promoted", state == "promoted"},
          {"discarded", state == "discarded"},
          {"withdrawn", state == "withdrawn"},
          {"deletable", editable || state == "withdrawn"}};
}

}  // namespace

std::string hireName(const Json& hire) {
  const std::string called = textOf(hire.at("source"), "name");
  return fullName(hire.at("fields"), called.empty() ? "Without a name" : called);
}

std::string hireContent(const PageRequest& request, const Json& hire, const FormNotice& notice) {
  const Json values = valuesOf(hire);
  const bool isSent = request.web.method == "POST";
  const Parameters nothing;
  const SentForm sent(isSent ? request.form : nothing);
  Json view = stateOf(hire);
  const bool editable = view.at("editable").get<bool>();
  const ReviewForm form = editable ? reviewForm(request, values) : ReviewForm();
  const HireForm hireForm{form, hire, sent, notice.issues};

  view.update({{"id", hire.at("id")},
               {"version", hire.at("version")},
               {"heading", hireName(hire)},
               {"subtitle", subtitle(values)},
               {"message", notice.message},
               {"problems", hireForm.problems()},
               {"stale", notice.isStale ? hireForm.changes() : Json::array()},
               {"sections", editable ? hireForm.sections() : Json::array()},
               {"facts", editable ? Json::array() : factSections(values)},
               {"member", textOf(hire, "personId")},
               {"differences", editable ? Json::array() : differences(hire)},
               {"anyDifference", !editable && !hire.at("changes").empty()},
               {"duplicates", editable ? duplicates(request, hire) : Json::array()},
               {"anyDuplicate", editable && mayBeDuplicate(hire)},
               {"origin", origin(request, hire)},
               {"files", files(hire)},
               {"anyFile", !hire.value("files", Json::array()).empty()}});
  return fill(request, "hire", std::move(view));
}

}  // namespace host_stub
