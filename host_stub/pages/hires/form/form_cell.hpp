// A cell of a new hire's form: one field, or all parts of pay. Pay is one value: its parts are shown side by
// side. A remark about any of them is shown once, for the whole.
#pragma once

#include "pages/hires/field_notes.hpp"

namespace host_stub {

class SentForm;

struct FormCell {
  std::vector<ReviewField> fields;  // never empty; several are the parts of one pay unit

  bool isPay() const { return fields.size() > 1; }
  // "Job title"; "Salary" for all of its parts.
  std::string title() const;
  // Returns the cell's value as people read it, of {field: value}; "" if all of it is blank.
  std::string said(const integration::Json& values) const;
  // {id, unit, inputs: [...], refusals, doubts, hint, difference, suggestions, ...} for the template.
  integration::Json shown(const FieldNotes& notes, const SentForm& sent) const;
};

// In the order of the form's fields.
std::vector<FormCell> formCells(const ReviewForm& form);

// Returns the id of a field's element; "" if the form has no such field.
std::string fieldId(const ReviewForm& form, const std::string& name);

}  // namespace host_stub
