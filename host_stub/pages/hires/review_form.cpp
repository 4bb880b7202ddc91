#include "pages/hires/review_form.hpp"

#include <algorithm>

#include "pages/format.hpp"

namespace host_stub {

using integration::Json;

namespace {

ReviewField fieldOf(const Json& asked) {
  ReviewField field{memberField(textOf(asked, "name")), asked.value("required", false), {}};
  if (const std::string title = textOf(asked, "title"); !title.empty()) field.title = title;
  if (const std::string kind = textOf(asked, "kind"); !kind.empty()) field.kind = kind;
  for (const Json& option : asked.value("options", Json::array()))
    if (option.is_string()) field.options.push_back(option.get<std::string>());
  return field;
}

ReviewForm formOfApi(const PageRequest& request) {
  const Json answer = request.api.get("/api/member-form");
  ReviewForm form;
  for (const Json& field : answer.at("fields")) form.fields.push_back(fieldOf(field));
  if (answer.value("assignEmployeeNumbers", false))
    form.nextNumber = std::to_string(answer.value("nextEmployeeNumber", std::int64_t{1}));
  return form;
}

bool isRemote(const Json& values) {
  std::string place = textOf(values, "placeOfWork");
  std::transform(place.begin(), place.end(), place.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return place == "remote";
}

}  // namespace

bool ReviewForm::asks(const ReviewField& field, const Json& values) const {
  if (field.name == "employeeNumber" && !nextNumber.empty()) return false;
  if (field.name == "remoteCity" || field.name == "remoteCountry") return field.required && isRemote(values);
  return field.required;
}

std::vector<std::string> ReviewForm::missing(const Json& values) const {
  std::vector<std::string> titles;
  for (const ReviewField& field : fields)
    if (asks(field, values) && memberValue(values, field.name).empty()) titles.push_back(field.title);
  return titles;
}

Json ReviewForm::proposals(const Json& values) const {
  Json proposed = Json::object();
  for (const ReviewField& field : fields)
    if (field.name == "roleEffectiveDate" && memberValue(values, field.name).empty())
      if (const std::string day = textOf(values, "employmentStartDate"); !day.empty())
        proposed[field.name] = day;
  return proposed;
}

Json valuesOf(const Json& hire) {
  Json values = hire.at("fields");
  const Json own = hire.value("memberDetails", Json::object());
  for (const auto& one : own.items()) values[one.key()] = one.value();
  return values;
}

std::string sourceName(const Json& hire) {
  return textOf(hire.at("source"), "systemName");
}

ReviewForm reviewForm(const PageRequest& request, const Json& values) {
  ReviewForm form = formOfApi(request);
  const Json custom = values.value("custom", Json::object());
  for (const auto& one : custom.items()) {
    const std::string name = std::string(integration::kCustomPrefix) + one.key();
    if (std::none_of(form.fields.begin(), form.fields.end(), [&](const auto& f) { return f.name == name; }))
      form.fields.push_back({memberField(name), false, {}});
  }
  return form;
}

}  // namespace host_stub
