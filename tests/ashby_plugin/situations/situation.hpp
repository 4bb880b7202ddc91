// Whole hires: what happens in Ashby, and what a reviewer is shown of it. Each is one line of a table that
// reads as the specification. Ashby tells of offers and candidates here too; where it doesn't, the same shows
// within a day.
#pragma once

#include <string>
#include <vector>

#include "support/connection.hpp"

namespace ashby::test {

// hire: what differs from the simulator's usual hire, Nadia Okoye (new_hires.cpp).
// before: steps that come first, such as settings and the host's lists; what is made under a name ("$berlin")
// is
//   called by it in `hire`. after: what happens once it was
// imported. shown: the fields that matter, "state", "why" (of one that isn't shown), and, compared as a whole
// where they are
//   named: "issues" ("path:code"), "changes" and "suggestions" (three words each), "files", "duplicates"
//   (kinds), "alternatives" of the name ("first|middle|last").
struct Situation {
  const char* what;
  const char* hire = "{}";
  const char* shown = "{}";
  const char* after = "[]";
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
