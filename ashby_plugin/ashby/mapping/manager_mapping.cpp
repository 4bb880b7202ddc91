// The manager: the member of a hiring team who has the role that the admin chose. Ashby keeps teams at three
// levels; the closest to the hire that has the role counts: application, job, opening.
#include <algorithm>

#include "ashby/mapping/mapping_steps.hpp"
#include "ashby/mapping/opening_choice.hpp"
#include "ashby/mapping/same_word.hpp"
#include "fields/fields.hpp"

namespace ashby {
namespace {

using Team = std::vector<TeamMember>;

Text nameOf(const TeamMember& member) {
  return tidied(member.firstName.value_or("") + " " + member.lastName.value_or(""));
}

bool isSamePerson(const TeamMember& left, const TeamMember& right) {
  const Text email = tidied(left.email);
  return email ? email == tidied(right.email) : nameOf(left) == nameOf(right);
}

// Those of the role, each person once.
Team membersOf(const Team& team, const std::string& role) {
  Team found;
  for (const TeamMember& member : team) {
    if (!member.role || !isSameWord(*member.role, role) || (!nameOf(member) && !tidied(member.email)))
      continue;
    if (std::ranges::none_of(found, [&](const TeamMember& one) { return isSamePerson(one, member); }))
      found.push_back(member);
  }
  return found;
}

Team managersOf(const HireFacts& facts, const std::string& role) {
  std::vector<const Team*> levels = {&facts.application.hiringTeam};
  if (facts.job) levels.push_back(&facts.job->hiringTeam);
  if (const OpeningVersion* opening = filledOpening(facts).version) levels.push_back(&opening->hiringTeam);
  for (const Team* team : levels)
    if (Team found = membersOf(*team, role); !found.empty()) return found;
  return {};
}

}  // namespace

void mapManager(const HireFacts& facts, const ImportSettings& choices, MappedHire& hire) {
  const std::string role = choices.managerRole.value_or("Hiring Manager");
  const Team managers = managersOf(facts, role);
  if (managers.empty())
    return hire.note("managerName", "missing", "Nobody of Ashby's hiring team has the role \"" + role + "\"");
  hire.fields.managerName = nameOf(managers.front());
  hire.fields.managerEmail = tidied(managers.front().email);
  if (managers.size() == 1) return;
  std::string others;
  for (std::size_t i = 1; i < managers.size(); ++i)
    others += (others.empty() ? "" : ", ") + nameOf(managers[i]).value_or(managers[i].email.value_or(""));
  const std::string message =
      "Several of Ashby's hiring team have the role \"" + role + "\": the first is taken, not " + others;
  for (const char* field : {"managerName", "managerEmail"}) hire.note(field, "uncertain", message);
}

}  // namespace ashby
