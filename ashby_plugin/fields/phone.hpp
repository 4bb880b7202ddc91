// Phone numbers by Google's libphonenumber. The first number that is read builds its tables (some 8 MiB), so
// nothing is read before there is one.
#pragma once

#include <optional>
#include <string>

namespace ashby {

struct Phone {
  std::string number;  // E.164 (+442079460958); as typed if its country is unknown or it can't be a number
  std::optional<std::string> extension;
  std::string issueCode;  // "", "uncertain" or "invalid"
  std::string message;    // of the issue, for people
};

// Reads a phone number. Accepts a number of a range that isn't known yet, because new ranges come into use
// every month. A remark beside the number ("home", "(9-17)") is left out, and "uncertain" tells of it. Two
// numbers, or digits that may belong to either, leave the text as typed and flagged. region: where numbers
// without a country code are from, as ISO 3166-1 alpha-2 (GB). Without one no country is guessed, and 00 is
// no prefix.
Phone readPhone(const std::string& typed, const std::optional<std::string>& region);

// Returns a text that is equal for two ways of writing one number: E.164 and the extension, else the digits.
// Returns "" if there are too few digits. Equal texts are only a hint, since phones are shared and passed on.
std::string comparablePhone(const std::string& typed, const std::optional<std::string>& region);

}  // namespace ashby
