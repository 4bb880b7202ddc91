#include "pages/admin/settings/simple_settings.hpp"

#include <charconv>

#include "integration/time.hpp"
#include "pages/format.hpp"

namespace host_stub {

using integration::Json;

namespace {

bool isSimple(const Json& schema) {
  const std::string type = schema.value("type", "");
  return !schema.value("secret", false) &&
         (type == "string" || type == "integer" || type == "number" || type == "boolean");
}

std::string exampleOf(const Json& schema) {
  const auto examples = schema.find("examples");
  return examples != schema.end() && !examples->empty() && examples->front().is_string()
             ? examples->front().get<std::string>()
             : "";
}

std::string shown(const Json& value) {
  if (value.is_null()) return "";
  return value.is_string() ? value.get<std::string>() : integration::dumpJson(value);
}

Json limit(const Json& schema, const char* name) {
  return schema.contains(name) ? Json(shown(schema.at(name))) : Json(nullptr);
}

Json options(const Json& schema, const std::string& chosen) {
  Json options = Json::array();
  for (const Json& one : schema.value("enum", Json::array()))
    options.push_back(
        {{"value", shown(one)}, {"title", asSentence(shown(one))}, {"chosen", shown(one) == chosen}});
  for (Json& option : options) {
    auto& title = option["title"].get_ref<std::string&>();
    title.pop_back();  // a word is no sentence
  }
  return options;
}

Json parsed(const std::string& type, const std::string& value) {
  if (type == "boolean") return value == "yes";
  if (value.empty()) return nullptr;
  if (type == "integer") {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    return error == std::errc() && end == value.data() + value.size() ? Json(number) : Json(value);
  }
  if (type == "number" && value.find_first_not_of("0123456789.eE+-") == std::string::npos) {
    const Json number = Json::parse(value, nullptr, false);
    return number.is_number() ? number : Json(value);
  }
  return value;
}

}  // namespace

Json simpleSettings(const Json& schema, const Json& settings, const FormErrors& problems) {
  Json fields = Json::array();
  for (const auto& [name, one] : schema.at("properties").items()) {
    if (!isSimple(one)) continue;
    const std::string type = one.value("type", ""), example = exampleOf(one);
    const Json value = settings.value(name, Json(nullptr));
    const bool chooses = one.contains("enum"), ticks = type == "boolean";
    const bool isDate = integration::parseDate(example).has_value();
    fields.push_back({{"name", name},
                      {"title", one.value("title", name)},
                      {"hint", one.value("description", "")},
                      {"value", shown(value)},
                      {"chooses", chooses},
                      {"ticks", ticks},
                      {"ticked", value == true},
                      {"writes", !chooses && !ticks},
                      {"inputType", isDate             ? "date"
                                    : type == "string" ? "text"
                                                       : "number"},
                      {"options", options(one, shown(value))},
                      {"least", limit(one, "minimum")},
                      {"most", limit(one, "maximum")},
                      {"example", isDate ? "" : example},
                      {"problem", problems.at(name)}});
  }
  return fields;
}

void readSimpleSettings(const Json& schema, const Parameters& form, Json& settings) {
  for (const auto& [name, one] : schema.at("properties").items())
    if (isSimple(one)) settings[name] = parsed(one.value("type", ""), form.get("setting/" + name));
}

}  // namespace host_stub
