// An error as the contract has it: a code, a message for people, and an issue for each wrong field.
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace integration {

// The canonical RPC codes; numbers as in abi.h.
enum class Code : std::int32_t {
  ok = 0,
  cancelled = 1,
  unknown = 2,
  invalidArgument = 3,
  deadlineExceeded = 4,
  notFound = 5,
  alreadyExists = 6,
  permissionDenied = 7,
  resourceExhausted = 8,
  failedPrecondition = 9,
  aborted = 10,
  outOfRange = 11,
  unimplemented = 12,
  internal = 13,
  unavailable = 14,
  dataLoss = 15,
  unauthenticated = 16,
};

// A number that this side doesn't know is `unknown`.
constexpr Code codeFromNumber(std::int32_t number) {
  return number >= 0 && number <= 16 ? static_cast<Code>(number) : Code::unknown;
}

struct Issue {
  std::string path;     // the field at fault, such as "lastName" or "settings/apiKey"; "" for the whole
  std::string code;     // a stable word for programs, such as "required" or "uncertain"
  std::string message;  // a sentence that says what to do
  bool operator==(const Issue&) const = default;
};
BOOST_DESCRIBE_STRUCT(Issue, (), (path, code, message))

struct Error {
  Code code = Code::unknown;
  std::string message;
  std::optional<std::int64_t> retryAfterMs;
  std::vector<Issue> issues;
};

// How an Error travels inside one side. It never crosses the ABI: the kits turn it into a status and back.
class Failure : public std::exception {
 public:
  explicit Failure(Error error) : error_(std::move(error)) {}
  Failure(Code code, std::string message, std::vector<Issue> issues = {})
      : error_{code, std::move(message), std::nullopt, std::move(issues)} {}

  const Error& error() const noexcept { return error_; }
  Code code() const noexcept { return error_.code; }
  const char* what() const noexcept override { return error_.message.c_str(); }

 private:
  Error error_;
};

}  // namespace integration
