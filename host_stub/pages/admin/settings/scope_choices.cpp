#include "pages/admin/settings/scope_choices.hpp"

#include <Poco/UTF8String.h>

#include <algorithm>
#include <array>

#include "pages/admin/settings/source_choices.hpp"
#include "pages/format.hpp"
#include "pages/page.hpp"

namespace host_stub {

using integration::Json;

namespace {

struct Part {
  const char* name;
  const char* title;
  const char* source;
  const char* all;
};
constexpr std::array<Part, 3> kParts{{{"departments", "Departments", "department", "All departments"},
                                      {"jobs", "Jobs", "job", "All jobs"},
                                      {"locations", "Locations", "location", "All locations"}}};

bool means(const std::string& chosen, const Json& choice) {
  return chosen == textOf(choice, "id") || Poco::UTF8::icompare(chosen, textOf(choice, "name")) == 0;
}

Json itemsOf(const Json& chosen, const Json& choices) {
  Json items = Json::array();
  const auto add = [&](const std::string& value, const std::string& title, bool ticked) {
    items.push_back({{"value", value}, {"title", title}, {"ticked", ticked}});
  };
  for (const Json& choice : choices) {
    const bool ticked = std::any_of(chosen.begin(), chosen.end(),
                                    [&](const Json& one) { return means(one.get<std::string>(), choice); });
    add(textOf(choice, "id"), textOf(choice, "name"), ticked);
  }
  for (const Json& one : chosen)
    if (std::none_of(choices.begin(), choices.end(),
                     [&](const Json& choice) { return means(one.get<std::string>(), choice); }))
      add(one, one.get<std::string>() + " (not seen now)", true);
  return items;
}

}  // namespace

std::string scopeChoices(const PageRequest& request, const Json& settings, const Json& own,
                         const FormErrors& problems) {
  const Json scope = settings.value("scope", Json(nullptr));
  Json parts = Json::array();
  for (const Part& part : kParts) {
    const Json chosen = scope.is_object() ? scope.value(part.name, Json::array()) : Json::array();
    const SourceChoices choices = sourceChoices(request, part.source);
    const Json items = itemsOf(chosen, choices.data);
    parts.push_back({{"name", part.name},
                     {"title", part.title},
                     {"state", chosen.empty() ? part.all : std::to_string(chosen.size()) + " chosen"},
                     {"open", !chosen.empty()},
                     {"any", !items.empty()},
                     {"items", items},
                     {"sourceProblem", choices.problem},
                     {"problem", problems.at(std::string("scope/") + part.name)}});
  }
  return fill(request, "settings_scope", {{"parts", parts}, {"integrationName", textOf(own, "name")}});
}

void readScopeChoices(const Parameters& form, Json& settings) {
  Json scope = Json::object();
  bool everybody = true;
  for (const Part& part : kParts) {
    scope[part.name] = form.all(std::string("scope/") + part.name);
    everybody = everybody && scope[part.name].empty();
  }
  settings["scope"] = everybody ? Json(nullptr) : scope;
}

}  // namespace host_stub
