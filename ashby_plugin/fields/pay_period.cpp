#include "fields/pay_period.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace ashby {
namespace {

constexpr std::array<std::string_view, 16> kFillers = {"per",  "a",   "an",     "each",    "every", "1",
                                                       "one",  "the", "salary", "rate",    "wage",  "pay",
                                                       "paid", "on",  "basis",  "calendar"};

constexpr std::array<std::pair<std::string_view, const char*>, 29> kPeriods = {{
    {"year", "annual"},   {"years", "annual"},    {"yearly", "annual"},   {"annual", "annual"},
    {"yr", "annual"},     {"annually", "annual"}, {"annum", "annual"},    {"pa", "annual"},
    {"month", "monthly"}, {"months", "monthly"},  {"monthly", "monthly"}, {"mo", "monthly"},
    {"pcm", "monthly"},   {"pm", "monthly"},      {"mth", "monthly"},     {"week", "weekly"},
    {"weeks", "weekly"},  {"weekly", "weekly"},   {"wk", "weekly"},       {"pw", "weekly"},
    {"day", "daily"},     {"days", "daily"},      {"daily", "daily"},     {"pd", "daily"},
    {"hour", "hourly"},   {"hours", "hourly"},    {"hourly", "hourly"},   {"hr", "hourly"},
    {"ph", "hourly"},
}};

}  // namespace

Text payPeriod(std::string_view words) {
  std::string only, word;
  const auto ended = [&] {
    const bool filler = std::find(kFillers.begin(), kFillers.end(), word) != kFillers.end();
    const bool second = !word.empty() && !filler && !only.empty();
    if (!word.empty() && !filler) only = word;
    word.clear();
    return !second;
  };
  for (const char c : words) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      word += static_cast<char>(upper ? c - 'A' + 'a' : c);
    else if (const bool otherLanguage = static_cast<unsigned char>(c) >= 0x80;
             otherLanguage || (c != '.' && !ended()))
      return std::nullopt;
  }
  if (!ended()) return std::nullopt;
  for (const auto& [known, period] : kPeriods)
    if (only == known) return period;
  return std::nullopt;
}

}  // namespace ashby
