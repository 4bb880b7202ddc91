// Tests which value of the host's lists a value of Ashby means.
#include "fields/host_lists.hpp"

#include <gmock/gmock.h>

namespace ashby::test {
namespace {

struct Case {
  const char* value;
  const char* chosen;     // "" if no value is certain
  const char* suggested;  // "" if there is no suggestion
};

const std::vector<std::string> kTeams = {"Team 1-11", "Team 11-1",  "Platform C", "Platform D", "R&D",
                                         "Back End",  "Zürich Hub", "Full-time",  "Sales"};

constexpr Case kCases[] = {
    {"Team 11.1", "", "Team 11-1"},
    {"Platform C++", "", "Platform C"},
    {"Platform C#", "", "Platform C"},
    {"Team 1-11", "Team 1-11", ""},
    {"team  1-11", "Team 1-11", ""},
    {"Team 111", "", nullptr},  // may mean either of two values
    {"Team 1 11", "", nullptr},
    {" SALES ", "Sales", ""},
    {"Sales\xc2\xa0", "Sales", ""},
    {"backend", "Back End", ""},
    {"R & D", "R&D", ""},
    {"RD", "", "R&D"},
    {"R+D", "", "R&D"},
    {"zürich hub", "Zürich Hub", ""},
    {"Zu\xcc\x88rich Hub", "Zürich Hub", ""},
    {"Zurich Hub", "", "Zürich Hub"},
    {"FullTime", "", "Full-time"},
    {"Kitchen", "", ""},
};

TEST(HostLists, ChooseWhatOnlyCaseAndBlanksTellApart) {
  for (const auto& [value, chosen, suggested] : kCases) EXPECT_EQ(sameOnList(kTeams, value), chosen) << value;
}

TEST(HostLists, SuggestWhatSignsTellApart) {
  for (const auto& [value, chosen, suggested] : kCases)
    if (suggested != nullptr && std::string(chosen).empty()) {
      EXPECT_EQ(closestOnList(kTeams, value).value_or(""), suggested) << value;
    }
}

TEST(HostLists, ChooseNoneOfTwoThatFallTogether) {
  const std::vector<std::string> list = {"Sales", "SALES"};
  EXPECT_EQ(sameOnList(list, "sales"), "");
  EXPECT_EQ(closestOnList(list, "sales"), std::nullopt);
  EXPECT_EQ(sameOnList(list, "SALES"), "SALES");
  EXPECT_EQ(closestOnList({"Team-A", "Team A."}, "team.a"), std::nullopt);
}

TEST(HostLists, KeepSignsBetweenDigitsApart) {
  for (const char* value : {"1-11", "11-1", "1.11", "111", "1 11"})
    for (const char* other : {"1-11", "11-1", "1.11", "111", "1 11"})
      if (std::string(value) != other) {
        EXPECT_EQ(sameOnList({other}, value), "") << value << " / " << other;
      }
}

}  // namespace
}  // namespace ashby::test
