#include "pages/hires/hire_form.hpp"

#include <algorithm>
#include <map>

#include "integration/pay_units.hpp"
#include "pages/format.hpp"
#include "pages/hires/form/form_cell.hpp"

namespace host_stub {

using integration::Issue;
using integration::Json;

namespace {

std::string titleOf(const ReviewForm& form, const std::string& name) {
  for (const ReviewField& field : form.fields)
    if (field.name == name) return field.title;
  return memberField(name).title;
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
  const FieldNotes notes{form, hire, refused};
  std::map<std::string, Json> cells;
  for (const FormCell& cell : formCells(form))
    cells[cell.fields.front().section].push_back(cell.shown(notes, sent));
  Json rows = Json::array();
  for (const std::string& title : memberSections())
    if (const auto found = cells.find(title); found != cells.end())
      rows.push_back({{"title", title},
                      {"cells", std::move(found->second)},
                      {"name", title == "Personal" ? notes.name() : Json(nullptr)}});
  return rows;
}

Json HireForm::problems() const {
  Json rows = Json::array();
  for (const Issue& issue : refused) {
    const std::string id = fieldId(form, issue.path);
    const std::string title = issue.path.empty() ? "" : titleOf(form, issue.path) + ": ";
    rows.push_back({{"text", title + issue.message}, {"id", id}});
  }
  return rows;
}

Json HireForm::changes() const {
  const Json values = valuesOf(hire);
  const FieldNotes notes{form, hire, refused};
  Json before = Json::object(), now = Json::object();
  for (const ReviewField& field : form.fields) {
    if (!sent.has(field.name)) continue;
    const std::string stored = heldValue(values, field);
    before[field.name] = sent.before(field.name);
    now[field.name] = stored.empty() ? notes.proposal(field) : stored;
  }
  Json rows = Json::array();
  for (const FormCell& cell : formCells(form))
    if (const std::string was = cell.said(before), is = cell.said(now); was != is)
      rows.push_back({{"title", cell.title()}, {"before", was}, {"now", is}});
  return rows;
}

}  // namespace host_stub
