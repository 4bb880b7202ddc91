// What stands in quotes or brackets beside a name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ashby::names {

struct Quoted {
  std::string rest;                   // the name without them
  std::vector<std::string> contents;  // without their quotes or brackets
};

// Quotes count where they open at a word's start and close at its end: O'Brien and Mari' keep theirs.
Quoted takeQuoted(std::string_view name);

}  // namespace ashby::names
