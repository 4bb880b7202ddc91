#include "pages/admin/settings/settings_question.hpp"

#include <algorithm>

#include "pages/admin/connection_frame.hpp"
#include "pages/admin/settings/form_errors.hpp"
#include "pages/admin/settings/import_fields.hpp"
#include "pages/format.hpp"
#include "pages/people/member_fields.hpp"

namespace host_stub {

using integration::Json;

namespace {

constexpr int kUnavailable = 503;

std::string titleOf(const std::string& field) {
  if (field == "state") return "In the list of new hires";
  for (const ImportField& known : importFields())
    if (known.name == field) return known.title;
  return field.starts_with(integration::kCustomPrefix) ? field.substr(integration::kCustomPrefix.size())
                                                       : memberField(field).title;
}

// A value as people read it; `field` says which kind it is.
std::string shown(const std::string& field, const Json& value) {
  if (!value.is_string() || value.get<std::string>().empty()) return "blank";
  const auto text = value.get<std::string>();
  if (field == "state") return text == "withdrawn" ? "withdrawn" : "waiting";
  const std::string kind = memberField(field).kind;
  if (kind == "date") return dayForPeople(text);
  if (kind == "phone") return phoneForPeople(text);
  if (kind == "amount") return moneyForPeople(text, "");
  return text;
}

Json examplesOf(const Json& preview) {
  Json examples = Json::array();
  for (const Json& one : preview.at("examples")) {
    const std::string field = textOf(one, "field"), name = textOf(one, "name");
    examples.push_back({{"id", textOf(one, "id")},
                        {"name", name.empty() ? "A new hire without a name" : name},
                        {"field", titleOf(field)},
                        {"before", shown(field, one.at("before"))},
                        {"after", shown(field, one.at("after"))}});
  }
  return examples;
}

// How many change, and of how many that is known.
std::string countOf(const Json& preview) {
  const auto changes = preview.at("changes").get<std::uint64_t>();
  const auto waiting = preview.at("waiting").get<std::uint64_t>();
  const auto lookedAt = preview.at("lookedAt").get<std::uint64_t>();
  const std::string all = countForPeople(waiting, "waiting new hire", "waiting new hires");
  const std::string some = countForPeople(changes, "of", "of") + " " + all;
  if (lookedAt >= waiting) return some + (changes == 1 ? " changes." : " change.");
  const std::string looked = countForPeople(lookedAt, "of", "of") + " " + all;
  if (changes == 0) return "There was time to look at " + looked + ": none of these changes.";
  return "At least " + some + " change: there was time to look at " +
         countForPeople(lookedAt, "of them.", "of them.");
}

}  // namespace

std::string settingsQuestion(const PageRequest& request, const Json& settings) {
  Parameters dryRun;
  dryRun.set("dryRun", "true");
  Json view{{"address", connectionPage(request)},
            {"settings", integration::dumpJson(settings)},
            {"examples", Json::array()}};
  try {
    const Json preview = request.api.send("PUT", connectionApi(request, "/settings"), settings, dryRun);
    const Json& changes = preview.at("changes");
    const bool partly = preview.at("lookedAt") != preview.at("waiting");
    if (changes.is_null() || (changes == 0 && !partly)) return "";
    view["count"] = countOf(preview);
    view["examples"] = examplesOf(preview);
  } catch (const ApiProblem& problem) {
    if (problem.status() != kUnavailable) throw;
    view["count"] = asSentence(problem.what());
  }
  view["anyExamples"] = !view.at("examples").empty();
  return fill(request, "settings_question", std::move(view));
}

}  // namespace host_stub
