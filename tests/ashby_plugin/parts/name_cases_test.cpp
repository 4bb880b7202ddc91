// Compares splitName with the table of name_cases.txt, which is the specification.
#include <fstream>

#include "person_names/name.hpp"

namespace ashby::test {
namespace {

struct NameCase {
  int line = 0;
  std::string input;
  std::vector<std::string> expected;  // title, first, middle, last, suffix, preferred name, flagged
};

std::string trimmed(const std::string& text) {
  const std::size_t from = text.find_first_not_of(' ');
  return from == std::string::npos ? "" : text.substr(from, text.find_last_not_of(' ') - from + 1);
}

std::string utf8(unsigned unit) {
  const auto byte = [](unsigned bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
  if (unit < 0x80) return {byte(unit)};
  if (unit < 0x800) return {byte(0xc0 | unit >> 6), byte(0x80 | (unit & 0x3f))};
  return {byte(0xe0 | unit >> 12), byte(0x80 | (unit >> 6 & 0x3f)), byte(0x80 | (unit & 0x3f))};
}

std::string unescaped(const std::string& text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\\') {
      result += text[at];
      continue;
    }
    const char kind = text.at(++at);
    if (kind == 'u') {
      result += utf8(static_cast<unsigned>(std::stoul(text.substr(at + 1, 4), nullptr, 16)));
      at += 4;
    } else {
      result += kind == 't' ? '\t' : kind == 'r' ? '\r' : '\n';
    }
  }
  return result;
}

std::vector<NameCase> nameCases() {
  std::ifstream file(NAME_CASES);
  std::vector<NameCase> cases;
  std::string text;
  for (int line = 1; std::getline(file, text); ++line) {
    if (text.empty() || text.front() == '#') continue;
    NameCase one{line, {}, {}};
    std::istringstream columns(text);
    std::getline(columns, one.input, '|');
    one.input = unescaped(one.input);
    for (std::string column; std::getline(columns, column, '|');) one.expected.push_back(trimmed(column));
    one.expected.resize(7);
    cases.push_back(one);
  }
  return cases;
}

std::vector<std::string> columnsOf(const NameSplit& split) {
  return {split.parts.title.value_or(""),       split.firstName.value_or(""),
          split.middleName.value_or(""),        split.lastName.value_or(""),
          split.parts.suffix.value_or(""),      split.parts.preferredName.value_or(""),
          split.issues.empty() ? "" : "flagged"};
}

TEST(NameCases, AreSplitAsTheTableSays) {
  const std::vector<NameCase> cases = nameCases();
  EXPECT_GE(cases.size(), 300U);
  for (const NameCase& one : cases)
    EXPECT_EQ(columnsOf(splitName(one.input)), one.expected)
        << "name_cases.txt:" << one.line << ": " << one.input;
}

}  // namespace
}  // namespace ashby::test
