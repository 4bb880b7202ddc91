// Text in quotes or brackets beside a name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ashby::names {

struct Enclosed {
  std::string text;        // without its quotes or brackets
  bool bracket = false;    // in brackets, as opposed to quotes
  std::size_t before = 0;  // bytes of Quoted::rest that stand before it
};

struct Quoted {
  std::string rest;                // the name without them
  std::vector<Enclosed> contents;  // in their order
};

// Takes any quotation mark and any bracket for an opening one, and any other of its kind for its end. Quotes
// count if they open at a word's start and close at a word's end: O'Brien and Mari' keep theirs.
Quoted takeQuoted(std::string_view name);

// The rest without the quotes and brackets that nothing closes, or that nothing opened. Apostrophes stay.
std::string withoutLooseMarks(std::string_view rest);

}  // namespace ashby::names
