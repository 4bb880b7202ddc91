#include "pages/hires/hire_form.hpp"

#include <algorithm>
#include <map>

#include "integration/pay_units.hpp"
#include "pages/format.hpp"
#include "pages/hires/field_notes.hpp"

namespace host_stub {

using integration::Issue;
using integration::Json;

namespace {

// An id can't have spaces: those of the company's own fields are numbered.
std::string idOf(const ReviewForm& form, const std::string& name) {
  const auto found =
      std::find_if(form.fields.begin(), form.fields.end(), [&](const auto& one) { return one.name == name; });
  if (found == form.fields.end()) return "";
  return name.find('/') == std::string::npos ? name : "field-" + std::to_string(found - form.fields.begin());
}

std::string titleOf(const ReviewForm& form, const std::string& name) {
  for (const ReviewField& field : form.fields)
    if (field.name == name) return field.title;
  return memberField(name).title;
}

std::string inputType(const ReviewField& field, const std::string& value) {
  static const std::map<std::string, std::string> types{{"email", "email"}, {"phone", "tel"}};
  if (field.kind == "date") return value.empty() || dayForPeople(value) != value ? "date" : "text";
  const auto found = types.find(field.kind);
  return found == types.end() ? "text" : found->second;
}

std::string optionTitle(const ReviewField& field, std::string option) {
  if (field.kind == "period") option.front() = static_cast<char>(option.front() - 'a' + 'A');
  return option;
}

Json options(const ReviewField& field, const std::string& value) {
  Json shown = Json::array();
  shown.push_back({{"value", ""}, {"title", "Choose"}, {"chosen", value.empty()}});
  for (const std::string& option : field.options)
    shown.push_back({{"value", option}, {"title", optionTitle(field, option)}, {"chosen", option == value}});
  const auto& all = field.options;
  if (!value.empty() && std::find(all.begin(), all.end(), value) == all.end())
    shown.push_back({{"value", value}, {"title", value + " (not on your list)"}, {"chosen", true}});
  return shown;
}

std::string joinedIds(const std::vector<std::pair<bool, std::string>>& ids) {
  std::string text;
  for (const auto& [there, id] : ids)
    if (there) text += (text.empty() ? "" : " ") + id;
  return text;
}

}  // namespace

bool SentForm::changed(const std::string& name) const {
  const integration::PayUnit* unit = integration::payUnitOf(name);
  if (unit == nullptr || !has(name)) return differs(name);
  return std::any_of(unit->parts.begin(), unit->parts.end(),
                     [&](const integration::PayPart& part) { return differs(part.field); });
}

Json SentForm::edits(const ReviewForm& form) const {
  Json edits = Json::object();
  for (const ReviewField& field : form.fields)
    if (changed(field.name))
      edits[field.name] = value(field.name).empty() ? Json(nullptr) : Json(value(field.name));
  return edits;
}

std::string heldValue(const Json& values, const ReviewField& field) {
  const std::string value = memberValue(values, field.name);
  return field.kind == "phone" ? phoneForPeople(value) : value;
}

Json HireForm::sections() const {
  const Json values = valuesOf(hire);
  const FieldNotes notes{form, hire, refused};
  std::map<std::string, Json> fields;
  for (const ReviewField& field : form.fields) {
    const std::string held = heldValue(values, field), id = idOf(form, field.name);
    // A proposal that nobody touches is no edit: it is sent as what was there.
    const std::string was = held.empty() ? notes.proposal(field) : held;
    const std::string value = sent.changed(field.name) ? sent.value(field.name) : was;
    const Json refusals = notes.refusals(field);
    const Json suggestions = notes.suggestions(field, id);
    const bool settled = sent.changed(field.name) || !refusals.empty() || !suggestions.empty();
    const Json doubts = settled ? Json::array() : notes.doubts(field);
    const std::string hint = refusals.empty() ? notes.hint(field) : "";
    const bool chooses = !field.options.empty();
    fields[field.section].push_back({{"name", field.name},
                                     {"id", id},
                                     {"title", field.title},
                                     {"value", value},
                                     {"was", was},
                                     {"wasName", SentForm::was(field.name)},
                                     {"asked", form.asks(field, values)},
                                     {"type", inputType(field, value)},
                                     {"decimal", field.kind == "amount"},
                                     {"chooses", chooses},
                                     {"options", chooses ? options(field, value) : Json::array()},
                                     {"hint", hint},
                                     {"refusals", refusals},
                                     {"invalid", !refusals.empty()},
                                     {"doubts", doubts},
                                     {"doubted", !doubts.empty()},
                                     {"describedBy", joinedIds({{!refusals.empty(), id + "-problem"},
                                                                {!doubts.empty(), id + "-doubt"},
                                                                {!suggestions.empty(), id + "-suggestion"},
                                                                {!hint.empty(), id + "-hint"}})},
                                     {"difference", notes.difference(field)},
                                     {"suggestions", suggestions}});
  }
  Json shown = Json::array();
  for (const std::string& title : memberSections())
    if (const auto found = fields.find(title); found != fields.end())
      shown.push_back({{"title", title},
                       {"fields", std::move(found->second)},
                       {"name", title == "Personal" ? notes.name() : Json(nullptr)}});
  return shown;
}

Json HireForm::problems() const {
  Json shown = Json::array();
  for (const Issue& issue : refused) {
    const std::string id = idOf(form, issue.path);
    const std::string title = issue.path.empty() ? "" : titleOf(form, issue.path) + ": ";
    shown.push_back({{"text", title + issue.message}, {"id", id}});
  }
  return shown;
}

Json HireForm::changes() const {
  const Json values = valuesOf(hire);
  const FieldNotes notes{form, hire, refused};
  Json shown = Json::array();
  for (const ReviewField& field : form.fields) {
    const std::string held = heldValue(values, field), now = held.empty() ? notes.proposal(field) : held;
    if (!sent.has(field.name) || sent.before(field.name) == now) continue;
    const auto said = [&](const std::string& value) {
      return field.kind == "date" ? dayForPeople(value) : value;
    };
    shown.push_back({{"title", field.title}, {"before", said(sent.before(field.name))}, {"now", said(now)}});
  }
  return shown;
}

}  // namespace host_stub
