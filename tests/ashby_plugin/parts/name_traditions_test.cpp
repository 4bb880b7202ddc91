// Compares splitName with names of many traditions, as they are written in applications.
#include <fstream>
#include <sstream>

#include "person_names/name.hpp"

namespace ashby::test {
namespace {

// Columns of name_traditions.txt: name, first, middle, last, preferred name, another reading that is offered.
using Columns = std::vector<std::string>;

constexpr std::size_t kColumns = 6;

std::string withoutBlanksAround(const std::string& text) {
  const std::size_t from = text.find_first_not_of(' ');
  return from == std::string::npos ? "" : text.substr(from, text.find_last_not_of(' ') - from + 1);
}

std::vector<Columns> rowsOf(const char* path) {
  std::ifstream file(path);
  std::vector<Columns> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    Columns columns;
    std::istringstream stream(line);
    for (std::string column; std::getline(stream, column, '|');)
      columns.push_back(withoutBlanksAround(column));
    columns.resize(kColumns);
    rows.push_back(columns);
  }
  return rows;
}

std::string readingOf(const std::map<std::string, integration::Text>& other) {
  return other.at("firstName").value_or("-") + " / " + other.at("middleName").value_or("-") + " / " +
         other.at("lastName").value_or("-");
}

// Returns the row that the split makes. Its last column is `expected` if the split offers that reading,
// otherwise the first other reading.
Columns rowOf(const std::string& name, const std::string& expected) {
  const NameSplit split = splitName(name);
  std::string offered;
  for (const auto& other : split.parts.alternatives)
    if (offered.empty() || readingOf(other) == expected) offered = readingOf(other);
  if (split.issues.empty() != offered.empty()) offered = "flagged without another reading, or not flagged";
  return {name,
          split.firstName.value_or(""),
          split.middleName.value_or(""),
          split.lastName.value_or(""),
          split.parts.preferredName.value_or(""),
          offered};
}

TEST(NameTraditions, AreReadOrOfferTheOtherReading) {
  const std::vector<Columns> rows = rowsOf(NAME_TRADITIONS);
  EXPECT_GE(rows.size(), 100U);
  for (const Columns& row : rows) EXPECT_EQ(rowOf(row[0], row[5]), row);
}

}  // namespace
}  // namespace ashby::test
