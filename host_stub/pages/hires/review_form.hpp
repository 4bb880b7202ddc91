// The form that a company asks for before a new hire can be added as a member.
#pragma once

#include "pages/page_request.hpp"
#include "pages/people/member_fields.hpp"

namespace host_stub {

struct ReviewField : MemberField {
  bool required = false;
  std::vector<std::string> options;  // what it can be; empty: anything
};

struct ReviewForm {
  std::vector<ReviewField> fields;
  std::string nextNumber;  // the employee number that is given where none is filled in; "" none is

  // Returns whether the field has to be filled in, given the other values.
  bool asks(const ReviewField& field, const integration::Json& values) const;
  // Returns the titles of required fields that are blank.
  std::vector<std::string> missing(const integration::Json& values) const;
  // Returns {name: value} with proposals for blank fields. A personal e-mail is never proposed as work
  // e-mail.
  integration::Json proposals(const integration::Json& values) const;
};

// Returns the hire's values: its fields and the details that the platform itself keeps, flat.
integration::Json valuesOf(const integration::Json& hire);

// Returns how people call the source that the hire is from: "Ashby".
std::string sourceName(const integration::Json& hire);

// Fields that the hire has and the form doesn't come last.
ReviewForm reviewForm(const PageRequest& request, const integration::Json& values);

}  // namespace host_stub
