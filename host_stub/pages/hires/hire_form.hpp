// The form of one new hire: each field with its value and all that is to be said of it.
#pragma once

#include "pages/hires/review_form.hpp"

namespace host_stub {

// The values that were sent, each beside the value that the form was shown with, stored or proposed. So only
// what a person changed becomes an edit, even if the new hire has changed meanwhile. Pay is one value: a
// person who changed the amount has seen its currency and period.
class SentForm {
 public:
  explicit SentForm(const Parameters& sent) : sent_(sent) {}

  bool changed(const std::string& name) const;
  std::string value(const std::string& name) const { return sent_.get(name); }
  std::string before(const std::string& name) const { return sent_.get(was(name)); }
  bool has(const std::string& name) const { return sent_.has(was(name)); }
  static std::string was(const std::string& name) { return "was:" + name; }

  // {name: value}; null for what was emptied.
  integration::Json edits(const ReviewForm& form) const;

 private:
  bool differs(const std::string& name) const { return has(name) && value(name) != before(name); }

  const Parameters& sent_;
};

// As the field holds it.
std::string heldValue(const integration::Json& values, const ReviewField& field);

struct HireForm {
  const ReviewForm& form;
  const integration::Json& hire;
  const SentForm& sent;
  const std::vector<integration::Issue>& refused;  // of what was sent

  // [{title, cells, name}] for the template.
  integration::Json sections() const;
  // [{text, id}]: everything that was refused; id: of the field, or "".
  integration::Json problems() const;
  // [{title, before, now}]: what has changed since the form was shown; pay as one value.
  integration::Json changes() const;
};

}  // namespace host_stub
