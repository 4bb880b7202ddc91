#include "pages/admin/settings/form_errors.hpp"

#include "pages/format.hpp"

namespace host_stub {

using integration::Issue;
using integration::Json;

FormErrors::FormErrors(const ApiProblem& problem) : issues_(problem.issues()) {
  if (problem.status() != 409 && problem.status() != 422 && problem.status() != 503) throw problem;
  if (issues_.empty()) issues_.push_back({"", "", problem.what()});
}

void FormErrors::add(const std::string& path, const std::string& message) {
  issues_.push_back({path, "", message});
}

Json FormErrors::at(const std::string& path) const {
  std::string text;
  for (const Issue& issue : issues_)
    if (issue.path == path || issue.path.starts_with(path + "/"))
      text += (text.empty() ? "" : " ") + asSentence(issue.message);
  return text.empty() ? Json(nullptr) : Json(text);
}

Json FormErrors::all() const {
  Json all = Json::array();
  for (const Issue& issue : issues_)
    all.push_back({{"path", issue.path}, {"message", asSentence(issue.message)}});
  return all;
}

}  // namespace host_stub
