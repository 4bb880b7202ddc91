// Compares splitName with the first and last names that people usually expect.
#include <algorithm>
#include <fstream>
#include <sstream>

#include "person_names/name.hpp"

namespace ashby::test {
namespace {

// A row of name_agreement.txt: a name, with the expected first and last name.
struct Expected {
  std::string name, first, last;
  bool ofSeveral = false;  // not the name of one person: a flag is enough
};

std::string partIn(const std::string& column) {
  const std::size_t from = column.find_first_not_of(' ');
  const std::string part =
      from == std::string::npos ? "" : column.substr(from, column.find_last_not_of(' ') - from + 1);
  return part == "-" ? "" : part;
}

std::vector<Expected> expectedNames() {
  std::ifstream file(NAME_AGREEMENT);
  std::vector<Expected> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream columns(line);
    std::string name, first, last, remark;
    std::getline(columns, name, '|');
    std::getline(columns, first, '|');
    std::getline(columns, last, '|');
    std::getline(columns, remark, '|');
    rows.push_back({partIn(name), partIn(first), partIn(last), partIn(remark) == "flagged"});
  }
  return rows;
}

bool agrees(const NameSplit& split, const Expected& row) {
  return split.firstName.value_or("") == row.first && split.lastName.value_or("") == row.last;
}

// Returns whether the reviewer sees the expected first and last name among the other readings.
bool isOffered(const NameSplit& split, const Expected& row) {
  const auto& others = split.parts.alternatives;
  if (split.issues.empty() || row.ofSeveral) return !split.issues.empty() && !others.empty();
  return std::any_of(others.begin(), others.end(), [&](const auto& other) {
    return other.at("firstName").value_or("") == row.first && other.at("lastName").value_or("") == row.last;
  });
}

std::string shown(const NameSplit& split) {
  std::string text = split.firstName.value_or("-") + " / " + split.lastName.value_or("-");
  for (const auto& other : split.parts.alternatives)
    text += ", or " + other.at("firstName").value_or("-") + " / " + other.at("lastName").value_or("-");
  return text;
}

TEST(NameAgreement, HoldsFor98Of100Names) {
  const std::vector<Expected> rows = expectedNames();
  ASSERT_GE(rows.size(), 600U);
  std::size_t agreeing = 0;
  std::string others;
  for (const Expected& row : rows) {
    const NameSplit split = splitName(row.name);
    if (agrees(split, row))
      ++agreeing;
    else
      others += row.name + ": " + shown(split) + "\n";
  }
  EXPECT_GE(agreeing * 100, rows.size() * 98) << agreeing << " of " << rows.size() << "\n" << others;
}

TEST(NameAgreement, OffersTheExpectedNameElsewhere) {
  for (const Expected& row : expectedNames()) {
    const NameSplit split = splitName(row.name);
    EXPECT_TRUE(agrees(split, row) || isOffered(split, row)) << row.name << ": " << shown(split);
  }
}

}  // namespace
}  // namespace ashby::test
