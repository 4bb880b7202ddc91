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

  // Whether the field has to be filled in, as the other values are.
  bool asks(const ReviewField& field, const integration::Json& values) const;
  // Those that are blank, by their titles.
  std::vector<std::string> missing(const integration::Json& values) const;
  // {name: value} of what is proposed for fields that are blank; a work e-mail is never made of a personal
  // one.
  integration::Json proposals(const integration::Json& values) const;
};

// The hire's values: its fields and what the platform itself keeps of it, flat.
integration::Json valuesOf(const integration::Json& hire);

// Returns how people call the source that the hire is from: "Ashby".
std::string sourceName(const integration::Json& hire);

// Fields that the hire has and the form doesn't come last.
ReviewForm reviewForm(const PageRequest& request, const integration::Json& values);

}  // namespace host_stub
