// Notes at the fields of a new hire's form.
#pragma once

#include "pages/hires/review_form.hpp"

namespace host_stub {

struct FieldNotes {
  const ReviewForm& form;
  const integration::Json& hire;
  const std::vector<integration::Issue>& refused;

  // Returns a value that may fill a blank field.
  std::string proposal(const ReviewField& field) const;
  std::string hint(const ReviewField& field) const;
  // [{text}]: why what was sent wasn't taken; what the new hire lacks, or what is to be checked.
  integration::Json refusals(const ReviewField& field) const;
  integration::Json doubts(const ReviewField& field) const;
  // {path, source, yours} as people read them, null if Ashby and the reviewer agree. That of pay is said
  // at its amount.
  integration::Json difference(const ReviewField& field) const;
  // [{text, path, value, fills}]; id: of the field's element.
  integration::Json suggestions(const ReviewField& field, const std::string& id) const;
  // {called, reason, alternatives: [{index, text, fills}]}, null if the name is clear.
  integration::Json name() const;
};

// Returns a side of a change, "source" or "yours", as people read it; "nothing" if it is blank.
std::string changedValue(const integration::Json& change, const MemberField& field, const std::string& whose);

// {firstName, middleName, lastName} of an alternative of the name's split, with preferredName if it has one.
integration::Json alternativeName(const integration::Json& alternative);

}  // namespace host_stub
