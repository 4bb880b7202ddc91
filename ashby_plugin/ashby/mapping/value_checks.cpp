#include <algorithm>

#include "ashby/mapping/contact.hpp"
#include "ashby/mapping/mapping_steps.hpp"
#include "fields/start_date.hpp"

namespace ashby {

void checkValues(const HireFacts& facts, MappedHire& hire) {
  const auto add = [&](std::optional<integration::Issue> issue) {
    const auto same = [&](const auto& other) { return other.path == issue->path; };
    if (issue && std::none_of(hire.issues.begin(), hire.issues.end(), same))
      hire.issues.push_back(*std::move(issue));
  };
  if (const Text& start = hire.fields.employmentStartDate)
    add(farStartIssue(*start, hireMoment(facts.application, facts.offers)));
  if (const Text& manager = hire.fields.managerEmail) add(emailIssue("managerEmail", *manager));
}

}  // namespace ashby
