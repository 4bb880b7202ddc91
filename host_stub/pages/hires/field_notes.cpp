#include "pages/hires/field_notes.hpp"

#include <array>

#include "integration/pay_units.hpp"
#include "pages/format.hpp"

namespace host_stub {

using integration::Issue;
using integration::Json;

namespace {

constexpr std::array<const char*, 3> kNameFields{"firstName", "middleName", "lastName"};
// An alternative that says nothing of it leaves the preferred name as it is.
constexpr const char* kPreferred = "preferredName";

bool isName(const std::string& path) {
  if (path == kPreferred) return true;
  for (const char* one : kNameFields)
    if (path == one) return true;
  return false;
}

std::string described(const Json& name) {
  std::string text;
  for (const char* part : kNameFields) {
    const std::string value = textOf(name, part);
    if (value.empty() && std::string_view(part) == "middleName") continue;
    text += (text.empty() ? "" : ", ") + memberField(part).title + ": " + (value.empty() ? "none" : value);
  }
  if (const std::string preferred = textOf(name, kPreferred); !preferred.empty())
    text += ", " + memberField(kPreferred).title + ": " + preferred;
  return text;
}

}  // namespace

std::string changedValue(const Json& change, const MemberField& field, const std::string& whose) {
  const Json pay = change.value(whose + "Pay", Json());
  const std::string value = pay.is_object() ? payForPeople(pay) : textOf(change, whose);
  if (value.empty()) return "nothing";
  if (field.kind == "date") return dayForPeople(value);
  return field.kind == "phone" ? phoneForPeople(value) : value;
}

Json alternativeName(const Json& alternative) {
  Json name = Json::object();
  for (const char* part : kNameFields) {
    const std::string value = textOf(alternative, part);
    name[part] = value.empty() ? Json(nullptr) : Json(value);
  }
  if (const std::string preferred = textOf(alternative, kPreferred); !preferred.empty())
    name[kPreferred] = preferred;
  return name;
}

std::string FieldNotes::proposal(const ReviewField& field) const {
  return textOf(form.proposals(valuesOf(hire)), field.name);
}

std::string FieldNotes::hint(const ReviewField& field) const {
  if (!proposal(field).empty())
    return "Proposed: the employment start date, which it follows until you change it.";
  if (field.name == "employeeNumber" && !form.nextNumber.empty())
    return "Left empty, it becomes the next one: " + form.nextNumber + ".";
  if (field.name == "remoteCity") return "Where the place of work is Remote.";
  if (field.kind == "country") return "Two letters, such as GB; where the place of work is Remote.";
  if (field.name == "salaryCurrency") return "The currency is three letters, such as GBP.";
  return "";
}

Json FieldNotes::refusals(const ReviewField& field) const {
  Json texts = Json::array();
  for (const Issue& issue : refused)
    if (issue.path == field.name) texts.push_back({{"text", asSentence(issue.message)}});
  return texts;
}

Json FieldNotes::doubts(const ReviewField& field) const {
  Json texts = Json::array();
  for (const Json& issue : hire.at("issues"))
    if (textOf(issue, "path") == field.name)
      texts.push_back({{"text", asSentence(textOf(issue, "message"))}});
  const Json values = valuesOf(hire);
  const bool isBlank = memberValue(values, field.name).empty() && proposal(field).empty();
  if (texts.empty() && form.asks(field, values) && isBlank)
    texts.push_back({{"text", field.title + " is missing: fill it in to add the member."}});
  return texts;
}

Json FieldNotes::difference(const ReviewField& field) const {
  const integration::PayUnit* unit = field.kind == "amount" ? integration::payUnitOf(field.name) : nullptr;
  const std::string path = unit == nullptr ? field.name : unit->name;
  for (const Json& change : hire.at("changes"))
    if (textOf(change, "path") == path)
      return {{"path", path},
              {"system", sourceName(hire)},
              {"source", changedValue(change, field, "source")},
              {"yours", changedValue(change, field, "yours")}};
  return nullptr;
}

Json FieldNotes::suggestions(const ReviewField& field, const std::string& id) const {
  Json rows = Json::array();
  for (const Json& one : hire.value("suggestions", Json::array()))
    if (textOf(one, "path") == field.name) {
      const std::string value = textOf(one, "value");
      rows.push_back({{"text", sourceName(hire) + " says " + textOf(one, "source") +
                                   ", which is on none of your lists."},
                      {"path", field.name},
                      {"value", value},
                      {"fills", value.empty() ? "" : integration::dumpJson({{id, value}})}});
    }
  return rows;
}

Json FieldNotes::name() const {
  const Json& parts = hire.at("nameParts");
  Json alternatives = Json::array();
  for (const Json& one : parts.value("alternatives", Json::array())) {
    const Json name = alternativeName(one);
    alternatives.push_back({{"index", std::to_string(alternatives.size())},
                            {"text", described(name)},
                            {"fills", integration::dumpJson(name)}});
  }
  bool doubtful = !alternatives.empty();
  for (const Json& issue : hire.at("issues"))
    doubtful = doubtful || (textOf(issue, "code") == "uncertain" && isName(textOf(issue, "path")));
  const std::string called = textOf(hire.at("source"), "name");
  if (!doubtful || called.empty()) return nullptr;
  return {{"called", called},
          {"system", sourceName(hire)},
          {"reason", textOf(parts, "reason")},
          {"alternatives", std::move(alternatives)}};
}

}  // namespace host_stub
