#pragma once

#include <initializer_list>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "world/json.hpp"

namespace ashby_simulator {

/// An error that is answered with HTTP 200 and `success:false`.
struct ApiError : std::runtime_error {
  ApiError(std::string errorCode, const std::string& message, std::string parameterName = {})
      : std::runtime_error(message), code(std::move(errorCode)), parameter(std::move(parameterName)) {}

  std::string code;

  /// If not empty, the body has the object form, `errors:[{message, parameter}]` without `errorInfo`.
  std::string parameter;
};

/// The parameters of one call. Throws ApiError `invalid_input` for a missing parameter, a wrong type and, in
/// `finish`, an unknown parameter. Ashby's parameter names are easy to confuse: job.info takes `id`,
/// department.info `departmentId`.
class Parameters {
 public:
  /// Throws ApiError for anything but a JSON object.
  explicit Parameters(const std::string& body);

  std::string uuid(const std::string& name);
  std::optional<std::string> optionalUuid(const std::string& name);
  std::string text(const std::string& name);
  std::optional<std::string> optionalText(const std::string& name);
  std::optional<bool> optionalFlag(const std::string& name);
  std::optional<std::int64_t> optionalInteger(const std::string& name);

  /// Returns a list of at least one of the allowed words; empty if it is absent.
  std::vector<std::string> words(const std::string& name, std::initializer_list<const char*> allowed);
  std::optional<std::string> optionalWord(const std::string& name,
                                          std::initializer_list<const char*> allowed);

  void finish() const;

 private:
  const Json& value(const std::string& name);

  Json body_;
  std::set<std::string> asked_;
};

}  // namespace ashby_simulator
