#include "schema_check.hpp"

#include <nlohmann/json.hpp>
#include <set>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace integration {
namespace {

using SchemaJson = nlohmann::json;
using Path = std::vector<std::string>;

// std::regex recurses per character: a longer text must never reach a pattern.
constexpr std::size_t kMaxValue = 4096;
// Nobody reads more of them, and each takes time to explain.
constexpr std::size_t kMaxIssues = 100;

std::string joined(const Path& path) {
  std::string text;
  for (const std::string& step : path) text += (text.empty() ? "" : "/") + step;
  return text;
}

void findLongTexts(const SchemaJson& json, Path& path, std::vector<Issue>& issues) {
  if (json.is_string() && json.get_ref<const std::string&>().size() > kMaxValue)
    issues.push_back(
        {joined(path), "invalid", "must be no longer than " + std::to_string(kMaxValue) + " bytes"});
  if (!json.is_structured()) return;
  for (const auto& item : json.items()) {
    path.push_back(item.key());
    findLongTexts(item.value(), path, issues);
    path.pop_back();
  }
}

// The part of the schema that speaks about the value at `path`; null if none does.
const SchemaJson* partFor(const SchemaJson& schema, const Path& path) {
  const SchemaJson* part = &schema;
  for (const std::string& step : path) {
    const auto properties = part->find("properties");
    if (properties != part->end() && properties->contains(step))
      part = &(*properties)[step];
    else if (part->contains("items"))
      part = &(*part)["items"];
    else if (part->contains("additionalProperties") && (*part)["additionalProperties"].is_object())
      part = &(*part)["additionalProperties"];
    else
      return nullptr;
  }
  return part;
}

std::string listed(const SchemaJson& names) {
  std::string text;
  for (const auto& name : names)
    text += (text.empty() ? "" : ", ") + (name.is_string() ? name.get<std::string>() : name.dump());
  return text;
}

// "text of 1 to 500 characters", "a whole number from 0 to 65535", "one of a, b".
std::string expectation(const SchemaJson& part) {
  if (part.contains("enum")) return "one of " + listed(part["enum"]);
  const std::string type = part.value("type", "");
  std::string text = type == "string"    ? "text"
                     : type == "integer" ? "a whole number"
                     : type == "number"  ? "a number"
                     : type == "boolean" ? "true or false"
                     : type == "array"   ? "a list without repetitions"
                     : type == "object"  ? "an object"
                                         : "something else";
  auto bounds = [&](const char* least, const char* most, const std::string& unit) {
    if (part.contains(least)) text += " from " + part[least].dump();
    if (part.contains(most)) text += (part.contains(least) ? " to " : " of at most ") + part[most].dump();
    if (part.contains(least) || part.contains(most)) text += unit;
  };
  bounds("minLength", "maxLength", " characters");
  bounds("minimum", "maximum", "");
  bounds("minItems", "maxItems", " items");
  if (part.contains("examples"))
    text += " such as " + part["examples"].front().get<std::string>();
  else if (part.contains("pattern"))
    text += " that matches " + part["pattern"].get<std::string>();
  return text;
}

// The name that a description quotes after `before`: Missing required property 'id'.
std::string quotedName(const std::string& description, std::string_view before) {
  const auto from = description.find(before);
  const auto to = description.rfind('\'');
  if (from == std::string::npos || from + before.size() > to) return {};
  return description.substr(from + before.size(), to - from - before.size());
}

bool startsWith(const std::string& text, std::string_view start) {
  return text.rfind(start, 0) == 0;
}

// valijson reports from the inside out: the value at fault, then each of its parents, which say nothing more.
bool isAboutAChild(const std::string& description) {
  return startsWith(description, "Failed to validate ");
}

Issue explain(const SchemaJson& schema, Path path, const std::string& description) {
  const SchemaJson* part = partFor(schema, path);
  if (startsWith(description, "Missing required property")) {
    path.push_back(quotedName(description, "property '"));
    const SchemaJson* missing = partFor(schema, path);
    return {joined(path), "required",
            path.back() + " is missing: add " + (missing == nullptr ? "it" : expectation(*missing))};
  }
  if (startsWith(description, "Object contains a property that could not be validated")) {
    std::string known;
    if (part != nullptr && part->contains("properties"))
      for (const auto& property : (*part)["properties"].items())
        known += (known.empty() ? "" : ", ") + property.key();
    path.push_back(quotedName(description, "constraints: '"));
    return {joined(path), "unknown", "there is no such name here; known are " + known};
  }
  return {joined(path), "invalid", "must be " + (part == nullptr ? "something else" : expectation(*part))};
}

}  // namespace

std::vector<Issue> checkAgainstSchema(std::string_view schemaText, std::string_view documentText) {
  const SchemaJson schemaJson = SchemaJson::parse(schemaText);
  const SchemaJson document = SchemaJson::parse(documentText);
  std::vector<Issue> issues;
  Path none;
  findLongTexts(document, none, issues);
  if (!issues.empty()) return issues;

  valijson::Schema schema;
  valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(schemaJson), schema);
  valijson::ValidationResults results;
  valijson::Validator().validate(schema, valijson::adapters::NlohmannJsonAdapter(document), &results);
  std::set<std::string> paths;
  for (valijson::ValidationResults::Error error; issues.size() < kMaxIssues && results.popError(error);) {
    if (isAboutAChild(error.description)) continue;
    Path path;
    for (const std::string& step : error.context)
      if (step != "<root>") path.push_back(step.substr(1, step.size() - 2));
    Issue issue = explain(schemaJson, std::move(path), error.description);
    if (paths.insert(issue.path).second) issues.push_back(std::move(issue));
  }
  return issues;
}

}  // namespace integration
