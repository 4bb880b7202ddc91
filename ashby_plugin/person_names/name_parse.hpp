// A reading of a name, and its alternatives.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "person_names/words.hpp"

namespace ashby::names {

// preferred: empty if the alternative says nothing of it.
struct Alternative {
  Words first, middle, last;
  Words preferred = {};
};

struct Doubt {
  std::string path, message;
  std::vector<Alternative> alternatives;
};

// Every word of the name is in exactly one of the parts.
struct Reading {
  Words title, first, middle, last, suffix;
  std::vector<std::string> reasons;
  std::vector<Doubt> doubts;
};

// Whose a name of one word is.
enum class Lone { given, family };

Reading readGivenFirst(Words words, Lone lone);
// Pieces: what the commas of a name separate, two or more of them, none empty.
Reading readWithCommas(const std::vector<Words>& pieces);
// A name wholly in Han characters, Hangul or kana.
bool isEastAsian(const Words& words);
Reading readEastAsian(const Words& words);

// First, middle and last name of words that hold nothing else.
Alternative plainSplit(const Words& words);

// Moves "née Jones" out of words.
Words takeBirthName(Words& words);

}  // namespace ashby::names
