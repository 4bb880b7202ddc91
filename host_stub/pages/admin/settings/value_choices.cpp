#include "pages/admin/settings/value_choices.hpp"

#include <array>
#include <set>

#include "pages/admin/settings/source_choices.hpp"
#include "pages/format.hpp"
#include "pages/page.hpp"

namespace host_stub {

using integration::Json;

namespace {

struct Listed {
  const char* field;
  const char* title;
  const char* list;    // of the company
  const char* source;  // the kind of its choices
};
constexpr std::array<Listed, 3> kListed{{{"department", "Departments", "departments", "department"},
                                         {"placeOfWork", "Places of work", "placesOfWork", "location"},
                                         {"contractType", "Contract types", "contractTypes", "job"}}};

// A job's type is a word of the source's: new hires say it as people write it.
std::string wordOf(const Listed& listed, const Json& choice) {
  if (std::string(listed.source) != "job") return textOf(choice, "name");
  const std::string type = textOf(choice, "type");
  if (type == "FullTime") return "Full time";
  return type == "PartTime" ? "Part time" : type;
}

Json savedOf(const Json& settings, const char* field) {
  const Json values = settings.value("values", Json::object());
  return values.is_object() ? values.value(field, Json::object()) : Json::object();
}

Json row(const Listed& listed, const std::string& from, const std::string& to, const Json& list) {
  Json options = Json::array();
  bool known = to.empty();
  for (const Json& value : list) {
    known = known || value == to;
    options.push_back({{"value", value}, {"chosen", value == to}});
  }
  if (!known) options.push_back({{"value", to}, {"chosen", true}});
  return {
      {"field", listed.field}, {"from", from}, {"to", to}, {"chooses", !list.empty()}, {"options", options}};
}

}  // namespace

std::string valueChoices(const PageRequest& request, const Json& settings, const Json& own,
                         const FormErrors& problems) {
  Json groups = Json::array();
  for (const Listed& listed : kListed) {
    const Json answer = request.api.get(std::string("/api/lists/") + listed.list);
    const Json& list = answer.at("values");
    const Json saved = savedOf(settings, listed.field);
    const SourceChoices choices = sourceChoices(request, listed.source);
    std::set<std::string> words;
    for (const Json& choice : choices.data)
      if (const std::string word = wordOf(listed, choice); !word.empty()) words.insert(word);
    for (const auto& [from, to] : saved.items()) words.insert(from);
    Json rows = Json::array();
    for (const std::string& word : words)
      rows.push_back(row(listed, word, saved.contains(word) ? textOf(saved, word) : "", list));
    groups.push_back({{"title", listed.title},
                      {"field", listed.field},
                      {"listIsEmpty", list.empty()},
                      {"any", !rows.empty()},
                      {"rows", std::move(rows)},
                      {"sourceProblem", choices.problem},
                      {"integrationName", textOf(own, "name")},
                      {"problem", problems.at(std::string("values/") + listed.field)}});
  }
  return fill(request, "settings_values", {{"groups", groups}, {"integrationName", textOf(own, "name")}});
}

void readValueChoices(const Parameters& form, Json& settings) {
  Json values = Json::object();
  for (const Listed& listed : kListed) {
    const std::string field = listed.field;
    const std::vector<std::string> from = form.all("value/" + field + "/from"),
                                   to = form.all("value/" + field);
    for (std::size_t i = 0; i < std::min(from.size(), to.size()); ++i)
      if (!to[i].empty()) values[field][from[i]] = to[i];
  }
  settings["values"] = std::move(values);
}

}  // namespace host_stub
