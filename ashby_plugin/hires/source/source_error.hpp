// The failure of a request to the source, by what it means for the work that needed it.
#pragma once

#include <cstdint>
#include <string>

namespace ashby {

enum class ErrorKind {
  none,
  refused,            // the source answered no, such as for an application that it doesn't show
  keyRefused,         // the key is wrong or deactivated
  missingPermission,  // the key lacks a permission
  rateLimited,        // too many requests
  unavailable,        // no answer, or one that can't be read: try again
  outOfTime,          // not asked or not read: the rest of the host's call is for keeping what is known
};

struct SourceError {
  ErrorKind kind = ErrorKind::none;
  // A sentence for the activity, without data of the answer.
  std::string message;
  // The reason in words that a person can act on; "" if the message says it all.
  std::string advice;
  // Milliseconds that the source asks to wait; 0 if it names no time.
  std::int64_t retryAfterMs = 0;
  // The source doesn't show the application or its candidate, as if there were none.
  bool isMissing = false;
  // The source won't have the request as it was made: its cursor or token may be at fault.
  bool refusesCall = false;

  bool ok() const { return kind == ErrorKind::none; }
};

}  // namespace ashby
