// A hire as reviewers see it, made of what the source says.
#pragma once

#include <string>
#include <vector>

#include "integration/new_hire.hpp"

namespace ashby {

struct MappedHire {
  integration::HireFields fields;
  integration::NameParts nameParts;
  integration::HireSource source;
  std::vector<integration::Issue> issues;
  std::vector<integration::Suggestion> suggestions;
  std::vector<integration::HireFile> files;
  // All of the candidate's addresses, to find the same person by.
  std::vector<std::string> emails;
  // The source shows no agreed terms now, and nothing says that those which were read before don't hold.
  bool termsAreOpen = false;

  void note(const char* path, const char* code, std::string message) {
    issues.push_back({path, code, std::move(message)});
  }
};

}  // namespace ashby
