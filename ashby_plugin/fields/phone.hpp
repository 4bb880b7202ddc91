// Phone numbers by Google's libphonenumber. The first number that is read builds its tables (some 8 MiB), so
// nothing is read before there is one.
#pragma once

#include <optional>
#include <string>

namespace ashby {

// number: E.164 (+442079460958), or as it was typed if its country isn't known or it can't be one.
// issueCode: empty, "uncertain" or "invalid", with a message for people. A number of
// a range that isn't known to be in use is taken as it is: ranges are given out every month.
//
// A remark beside the number ("home", "(9-17)") is no part of it: the number is read alone, and "uncertain"
// tells of the remark. Two numbers, or digits that may belong to either, leave the text as typed and flagged.
struct Phone {
  std::string number;
  std::optional<std::string> extension;
  std::string issueCode, message;
};

// region: where numbers without a country code are from, as ISO 3166-1 alpha-2 (GB). Without one no country
// is guessed, and 00 is no prefix.
Phone readPhone(const std::string& typed, const std::optional<std::string>& region);

// Equal for two ways of writing one line: E.164 and the extension, else the digits. Empty, which is nobody's
// number, where there are too few of them. Phones are shared and passed on: equal ones are only a hint.
std::string comparablePhone(const std::string& typed, const std::optional<std::string>& region);

}  // namespace ashby
