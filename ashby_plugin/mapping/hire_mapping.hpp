// From what Ashby says of a hire to what a reviewer sees: the eight fields of the help page, where they come
// from, and what is missing or doubtful about them.
#pragma once

#include <optional>
#include <vector>

#include "ashby/answers.hpp"
#include "integration/new_hire.hpp"

namespace ashby {

// Everything read of one hire. departments: the job's own first, then each one's parent up to the root.
struct HireFacts {
  Application application;
  Candidate candidate;
  std::vector<Offer> offers;
  std::optional<Job> job;
  std::vector<Department> departments;
};

struct MappedHire {
  integration::HireFields fields;
  integration::NameParts nameParts;
  integration::HireSource source;
  std::vector<integration::Issue> issues;
};

MappedHire mapHire(const HireFacts& facts);

// When the person was hired, Unix ms: entry into the Hired stage, else the accepted offer's decidedAt, else
// the application's updatedAt; nullopt where none of these is a time.
std::optional<std::int64_t> hireMoment(const Application& application, const std::vector<Offer>& offers);

// What a hire must have to become a member; an issue for each that is missing or malformed.
std::vector<integration::Issue> memberIssues(const integration::HireFields& fields);

}  // namespace ashby
