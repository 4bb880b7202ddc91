#include "fields/host_lists.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <numeric>
#include <tuple>

#include "integration/field_catalog.hpp"
#include "integration/text/folding.hpp"

namespace ashby {
namespace {

icu::UnicodeString caseless(const std::string& text) {
  return icu::UnicodeString::fromUTF8(integration::caseFolded(text));
}

// The code point before or behind a place of the text, 0 at its ends.
UChar32 before(const icu::UnicodeString& text, int32_t at) {
  return at == 0 ? 0 : text.char32At(text.moveIndex32(at, -1));
}
UChar32 behind(const icu::UnicodeString& text, int32_t at) {
  const int32_t next = text.moveIndex32(at, 1);
  return next >= text.length() ? 0 : text.char32At(next);
}

// Returns what spellings of one value share: case and blanks aside. A blank between digits stays, as one.
std::string sameSpelling(const std::string& value) {
  const icu::UnicodeString text = caseless(value);
  icu::UnicodeString kept;
  bool isAfterBlank = false;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (!u_isUWhiteSpace(c)) {
      if (isAfterBlank && u_isdigit(before(kept, kept.length())) && u_isdigit(c)) kept.append(' ');
      kept.append(c);
    }
    isAfterBlank = u_isUWhiteSpace(c);
  }
  std::string utf8;
  return kept.toUTF8String(utf8);
}

// Returns what values that may be meant share: letters and digits. A sign between digits counts, and so does
// + or # behind a letter or another of these signs: Team 11-1, C++, C#.
std::string likeSpelling(const std::string& value) {
  const icu::UnicodeString text = caseless(value);
  icu::UnicodeString kept;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i), last = before(text, i);
    const bool ofWord = u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
    const bool betweenDigits = u_isdigit(last) && u_isdigit(behind(text, i));
    const bool ofName = (c == '+' || c == '#') && (u_isalpha(last) || last == '+' || last == '#');
    if (ofWord || betweenDigits || ofName) kept.append(c);
  }
  std::string utf8;
  return kept.toUTF8String(utf8);
}

std::size_t editDistance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0U);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, replaced}));
    }
  }
  return row.back();
}

// How far one value is from another: the same but for signs, one within the other, then letter by letter.
using Distance = std::tuple<std::size_t, std::size_t>;

Distance distanceOf(const std::string& a, const std::string& b) {
  const bool within = a.find(b) != std::string::npos || b.find(a) != std::string::npos;
  const std::size_t difference = std::max(a.size(), b.size()) - std::min(a.size(), b.size());
  return {within ? 0 : editDistance(a, b), difference};
}

}  // namespace

std::string listOf(const std::string& field) {
  const integration::FieldInfo* info = integration::fieldInfo(field);
  return info == nullptr ? std::string() : std::string(info->list);
}

std::string sameOnList(const std::vector<std::string>& list, const std::string& value) {
  if (std::find(list.begin(), list.end(), value) != list.end()) return value;
  const std::string wanted = sameSpelling(value);
  std::string found;
  for (const std::string& one : list) {
    if (wanted.empty() || sameSpelling(one) != wanted) continue;
    if (!found.empty()) return {};
    found = one;
  }
  return found;
}

integration::Text closestOnList(const std::vector<std::string>& list, const std::string& value) {
  constexpr std::size_t kLongest = 200;
  const std::string wanted = likeSpelling(value).substr(0, kLongest);
  if (wanted.empty()) return std::nullopt;
  integration::Text closest;
  Distance least{wanted.size() / 3 + 1, 0};  // further away is another word
  for (const std::string& one : list) {
    const std::string candidate = likeSpelling(one).substr(0, kLongest);
    if (candidate.empty()) continue;
    const Distance distance = distanceOf(wanted, candidate);
    if (distance < least) {
      least = distance;
      closest = one;
    } else if (distance == least) {
      closest.reset();
    }
  }
  return closest;
}

}  // namespace ashby
