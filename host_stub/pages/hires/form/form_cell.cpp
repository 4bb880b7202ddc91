#include "pages/hires/form/form_cell.hpp"

#include <algorithm>
#include <map>

#include "integration/pay_units.hpp"
#include "pages/format.hpp"
#include "pages/hires/hire_form.hpp"

namespace host_stub {

using integration::Json;

namespace {

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
  Json rows = Json::array();
  rows.push_back({{"value", ""}, {"title", "Choose"}, {"chosen", value.empty()}});
  for (const std::string& option : field.options)
    rows.push_back({{"value", option}, {"title", optionTitle(field, option)}, {"chosen", option == value}});
  const auto& all = field.options;
  if (!value.empty() && std::find(all.begin(), all.end(), value) == all.end())
    rows.push_back({{"value", value}, {"title", value + " (not on your list)"}, {"chosen", true}});
  return rows;
}

std::string joinedIds(const std::vector<std::pair<bool, std::string>>& ids) {
  std::string text;
  for (const auto& [there, id] : ids)
    if (there) text += (text.empty() ? "" : " ") + id;
  return text;
}

// A text that is said of several parts is said once.
void addNew(Json& texts, const Json& more) {
  for (const Json& text : more)
    if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
}

Json input(const ReviewField& field, const FieldNotes& notes, const SentForm& sent) {
  const Json values = valuesOf(notes.hire);
  const std::string stored = heldValue(values, field);
  // A proposal that nobody touches is no edit: it is sent as what was there.
  const std::string was = stored.empty() ? notes.proposal(field) : stored;
  const std::string value = sent.changed(field.name) ? sent.value(field.name) : was;
  const bool chooses = !field.options.empty();
  return {{"name", field.name},
          {"inputId", fieldId(notes.form, field.name)},
          {"title", field.title},
          {"value", value},
          {"was", was},
          {"wasName", SentForm::was(field.name)},
          {"asked", notes.form.asks(field, values)},
          {"type", inputType(field, value)},
          {"decimal", field.kind == "amount"},
          {"chooses", chooses},
          {"options", chooses ? options(field, value) : Json::array()},
          {"invalid", !notes.refusals(field).empty()}};
}

}  // namespace

std::string FormCell::title() const {
  return isPay() ? wholeTitle(fields.front()) : fields.front().title;
}

std::string FormCell::said(const Json& values) const {
  if (isPay()) return payForPeople(payOf(values, fields.front().name));
  const std::string value = textOf(values, fields.front().name);
  return fields.front().kind == "date" ? dayForPeople(value) : value;
}

Json FormCell::shown(const FieldNotes& notes, const SentForm& sent) const {
  const std::string id = fieldId(notes.form, fields.front().name);
  Json inputs = Json::array(), refusals = Json::array(), doubts = Json::array(), suggestions = Json::array(),
       difference;
  std::string hint;
  bool isSettled = false;
  for (const ReviewField& field : fields) {
    inputs.push_back(input(field, notes, sent));
    addNew(refusals, notes.refusals(field));
    addNew(doubts, notes.doubts(field));
    addNew(suggestions, notes.suggestions(field, fieldId(notes.form, field.name)));
    if (difference.is_null()) difference = notes.difference(field);
    if (hint.empty()) hint = notes.hint(field);
    isSettled = isSettled || sent.changed(field.name);
  }
  if (isSettled || !refusals.empty() || !suggestions.empty()) doubts = Json::array();
  if (!refusals.empty()) hint.clear();
  return {{"id", id},
          {"unit", isPay() ? title() : ""},
          {"inputs", inputs},
          {"hint", hint},
          {"refusals", refusals},
          {"refused", !refusals.empty()},
          {"doubts", doubts},
          {"doubted", !doubts.empty()},
          {"describedBy", joinedIds({{!refusals.empty(), id + "-problem"},
                                     {!doubts.empty(), id + "-doubt"},
                                     {!suggestions.empty(), id + "-suggestion"},
                                     {!hint.empty(), id + "-hint"}})},
          {"difference", difference},
          {"suggestions", suggestions}};
}

std::vector<FormCell> formCells(const ReviewForm& form) {
  std::vector<FormCell> cells;
  const integration::PayUnit* last = nullptr;
  for (const ReviewField& field : form.fields) {
    const integration::PayUnit* unit = integration::payUnitOf(field.name);
    if (unit != nullptr && unit == last)
      cells.back().fields.push_back(field);
    else
      cells.push_back({{field}});
    last = unit;
  }
  return cells;
}

std::string fieldId(const ReviewForm& form, const std::string& name) {
  const auto found =
      std::find_if(form.fields.begin(), form.fields.end(), [&](const auto& one) { return one.name == name; });
  if (found == form.fields.end()) return "";
  // An id can't have spaces: those of the company's own fields are numbered.
  return name.find('/') == std::string::npos ? name : "field-" + std::to_string(found - form.fields.begin());
}

}  // namespace host_stub
