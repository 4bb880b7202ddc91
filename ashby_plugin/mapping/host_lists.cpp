#include "mapping/host_lists.hpp"

#include <algorithm>
#include <numeric>

namespace ashby {
namespace {

// What two spellings of one value share: letters and digits alone, in small. Bytes beyond ASCII stay.
std::string comparable(const std::string& text) {
  std::string kept;
  for (const char c : text) {
    const bool letter =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (c >= 'A' && c <= 'Z') kept += static_cast<char>(c + 32);
    if (letter) kept += c;
  }
  return kept;
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

}  // namespace

std::string sameOnList(const std::vector<std::string>& list, const std::string& value) {
  const auto exact = std::find(list.begin(), list.end(), value);
  if (exact != list.end()) return *exact;
  const std::string wanted = comparable(value);
  for (const std::string& one : list)
    if (!wanted.empty() && comparable(one) == wanted) return one;
  return {};
}

integration::Text closestOnList(const std::vector<std::string>& list, const std::string& value) {
  constexpr std::size_t kLongest = 200;
  const std::string wanted = comparable(value).substr(0, kLongest);
  if (wanted.empty()) return std::nullopt;
  integration::Text closest;
  std::size_t least = wanted.size() / 3 + 1;  // further away is another word
  for (const std::string& one : list) {
    const std::string candidate = comparable(one).substr(0, kLongest);
    if (candidate.empty()) continue;
    const bool within =
        candidate.find(wanted) != std::string::npos || wanted.find(candidate) != std::string::npos;
    const std::size_t distance = within ? 0 : editDistance(wanted, candidate);
    if (distance < least) {
      least = distance;
      closest = one;
    }
  }
  return closest;
}

}  // namespace ashby
