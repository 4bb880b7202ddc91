#include "pages/admin/settings/field_choices.hpp"

#include <algorithm>

#include "integration/field_catalog.hpp"
#include "pages/admin/settings/import_fields.hpp"
#include "pages/admin/settings/source_choices.hpp"
#include "pages/format.hpp"
#include "pages/page.hpp"

namespace host_stub {

using integration::Json;

namespace {

constexpr std::string_view kCustom = integration::kCustomPrefix;

Json objectOf(const Json& settings, const char* name) {
  const auto found = settings.find(name);
  return found != settings.end() && found->is_object() ? *found : Json::object();
}

// The company's own fields beside those that all have, and what the settings name besides.
std::vector<ImportField> allFields(const PageRequest& request, const Json& sources) {
  std::vector<ImportField> fields = importFields();
  const auto add = [&](const std::string& name) {
    if (std::none_of(fields.begin(), fields.end(), [&](const auto& one) { return one.name == name; }))
      fields.push_back({name, name.starts_with(kCustom) ? name.substr(kCustom.size()) : name, ""});
  };
  const Json own = request.api.get("/api/lists/customFields");
  for (const Json& name : own.at("values")) add(std::string(kCustom) + name.get<std::string>());
  for (const auto& [name, value] : sources.items()) add(name);
  return fields;
}

struct Sources {
  const Json& custom;  // the source's custom fields
  std::string own, ownTitle;
};

Json options(const Sources& all, const std::string& chosen, const std::string& blank) {
  Json options = Json::array();
  bool known = chosen.empty();
  const auto add = [&](const std::string& value, const std::string& title) {
    known = known || value == chosen;
    options.push_back({{"value", value}, {"title", title}, {"chosen", value == chosen}});
  };
  add("", blank);
  add(all.own, all.ownTitle);
  for (const Json& one : all.custom)
    add(textOf(one, "of") + ":" + textOf(one, "id"), textOf(one, "name") + " (" + textOf(one, "of") + ")");
  if (!known) add(chosen, chosen + " (not seen now)");
  return options;
}

Json selects(const ImportField& field, const Sources& all, const Json& chosen) {
  Json selects = Json::array();
  const bool isCustom = field.name.starts_with(kCustom);
  // Offers a first choice, then always one more to fall back on.
  const std::size_t count = chosen.size() + 1;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string now = i < chosen.size() && chosen[i].is_string() ? chosen[i].get<std::string>() : "";
    const std::string blank = i > 0 ? "–" : isCustom ? "Nothing" : "As usual";
    selects.push_back({{"label", field.title + (i == 0 ? ": comes from" : ": otherwise from")},
                       {"name", "source/" + field.name},
                       {"options", options(all, now, blank)}});
  }
  return selects;
}

}  // namespace

std::string fieldChoices(const PageRequest& request, const Json& settings, const Json& own,
                         const FormErrors& problems) {
  const SourceChoices custom = sourceChoices(request, "customField");
  const Json on = objectOf(settings, "fields"), sources = objectOf(settings, "sources");
  const std::string id = textOf(own, "id");
  const bool mapped = settings.contains("sources") && (!custom.data.empty() || !sources.empty());
  const Sources all{custom.data, id, textOf(own, "name") + "'s own"};
  Json rows = Json::array();
  for (const ImportField& field : allFields(request, sources)) {
    const Json offProblem = problems.at("fields/" + field.name);
    rows.push_back(
        {{"name", field.name},
         {"title", field.title},
         {"usual", id == "ashby" ? field.inAshby : ""},
         {"locked", field.locked},
         {"on", field.locked || on.value(field.name, true)},
         {"mapped", mapped},
         {"selects", mapped ? selects(field, all, sources.value(field.name, Json::array())) : Json::array()},
         {"problem", offProblem.is_null() ? problems.at("sources/" + field.name) : offProblem}});
  }
  return fill(request, "settings_fields",
              {{"rows", rows},
               {"mapped", mapped},
               {"ashby", id == "ashby"},
               {"integrationName", textOf(own, "name")},
               {"noCustom", custom.problem.empty() && custom.data.empty()},
               {"problem", custom.problem}});
}

void readFieldChoices(const Parameters& form, Json& settings) {
  Json on = Json::object(), sources = Json::object();
  const std::vector<std::string> listed = form.all("field"), ticked = form.all("on");
  for (const std::string& name : listed) {
    if (std::find(ticked.begin(), ticked.end(), name) == ticked.end()) on[name] = false;
    for (const std::string& source : form.all("source/" + name))
      if (!source.empty()) sources[name].push_back(source);
  }
  settings["fields"] = std::move(on);
  if (form.has("mapped")) settings["sources"] = std::move(sources);
}

}  // namespace host_stub
