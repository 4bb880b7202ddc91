// Tests of whole hires: something happens in Ashby, then a reviewer sees the hire. Each test is one row of a
// table that reads as the specification. Ashby also sends the webhooks of offers and candidates here; without
// them the hire shows the same within a day.
#pragma once

#include <string>
#include <vector>

#include "support/connection.hpp"

namespace ashby::test {

// One row of a table. All members but `what` are JSON.
struct Situation {
  const char* what;  // in words, which become the name of the test
  // How the hire differs from the simulator's usual one, Nadia Okoye (new_hires.cpp).
  const char* hire = "{}";
  // The fields that matter, by name. Also "state", "why" (the state that explains a hire that isn't shown)
  // and "reason" (a part of its text). Compared as a whole if named: "issues" ("path:code"), "changes" and
  // "suggestions" (three words each), "files", "duplicates" (kinds), "alternatives" of the name
  // ("first|middle|last").
  const char* shown = "{}";
  const char* after = "[]";  // steps after the import
  // Steps before the hire, such as settings and the host's lists. A user or location that they make under a
  // name ("$berlin") can stand in `hire` by that name.
  const char* before = "[]";
};

void PrintTo(const Situation& situation, std::ostream* out);
std::string testName(const testing::TestParamInfo<Situation>& info);

class Situations : public Connected, public testing::WithParamInterface<Situation> {
 protected:
  void run(const Situation& situation);

 private:
  void step(const Json& step);
  void stepInAshby(const std::string& name, const Json& step);
  void look(const Json& shown);
  Json seen(const Json& wanted);
  std::string offerId() const;

  std::string applicationId_, candidateId_;
  std::map<std::string, std::string> ids_;  // by the names that the table gives
};

}  // namespace ashby::test
