// The errors that keep a form from being taken, shown at its fields.
#pragma once

#include "pages/api_client.hpp"

namespace host_stub {

class FormErrors {
 public:
  FormErrors() = default;
  // Throws the problem on if it isn't about what was filled in.
  explicit FormErrors(const ApiProblem& problem);

  void add(const std::string& path, const std::string& message);
  bool any() const { return !issues_.empty(); }
  // At this field and inside of it; null if there are none.
  integration::Json at(const std::string& path) const;
  // All of them, for the top of the form.
  integration::Json all() const;

 private:
  std::vector<integration::Issue> issues_;
};

}  // namespace host_stub
