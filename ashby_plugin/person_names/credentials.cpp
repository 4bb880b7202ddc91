#include "person_names/credentials.hpp"

#include <algorithm>

#include "person_names/characters.hpp"
#include "person_names/lists/lists.hpp"
#include "person_names/suffixes.hpp"

namespace ashby::names {
namespace {

// SAFe begins with two capitals, EdS ends in one: no name does. BD+C and CSM2 hold signs.
bool isInMixedCase(const Word& word) {
  if (word.look != Look::capitalised || word.text.find('-') != std::string::npos) return false;
  const std::string_view first = firstCharacter(word.text);
  const std::string_view second = firstCharacter(std::string_view(word.text).substr(first.size()));
  const Traits all = traitsOf(word.text);
  const bool twoCapitals = traitsOf(first).uppers == 1 && traitsOf(second).uppers == 1;
  const bool lastCapital = all.uppers > 1 && traitsOf(word.text.substr(word.text.size() - 1)).uppers == 1;
  return (twoCapitals || lastCapital) && !isInitial(word);
}

bool isInCapitals(const Word& word) {
  return word.look == Look::capitals && !isInitial(word);
}

bool isWrittenAsCredential(const Word& word) {
  return isInCapitals(word) || isInMixedCase(word) ||
         (traitsOf(word.text).digits > 0 && word.key.size() > 1) || kCredentials.has(word.key);
}

// PSM I, Level 2
bool isLevel(const Word& word) {
  return word.is("i") || word.is("ii") || word.is("iii") || word.is("iv") || word.is("v") ||
         traitsOf(word.text).letters == 0;
}

bool isOfQualification(const Word& word) {
  return kQualifications.has(word.key);
}

}  // namespace

bool areUnknownCredentials(const Words& piece) {
  if (isWrittenAsCredential(piece.front())) return true;
  bool any = false;
  for (std::size_t i = 0; i < piece.size(); ++i) {
    const bool counts = isWrittenAsCredential(piece[i]) || isOfQualification(piece[i]);
    if (!counts && !(i > 0 && isLevel(piece[i]))) return false;
    any = any || counts;
  }
  return any;
}

std::size_t unknownCredentialsBegin(const Words& words) {
  std::size_t begin = words.size();
  bool sure = false;
  while (begin > 2 && (isInCapitals(words[begin - 1]) || isInMixedCase(words[begin - 1]))) {
    --begin;
    sure = sure || kCredentials.has(words[begin].key) || looksLikeCredential(words[begin]) ||
           isInMixedCase(words[begin]);
  }
  const auto capitals = [](const Word& word) { return word.look == Look::capitals && !isInitial(word); };
  const bool marksFamily =
      std::any_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(begin), capitals);
  return sure && !marksFamily ? begin : words.size();
}

}  // namespace ashby::names
