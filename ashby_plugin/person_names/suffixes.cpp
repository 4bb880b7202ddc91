#include "person_names/suffixes.hpp"

#include <algorithm>

#include "person_names/characters.hpp"
#include "person_names/lists/lists.hpp"

namespace ashby::names {
namespace {

// sureOrName: a credential written as a name is, Acca or Mba.
enum class Kind { none, sure, sureOrName, generationOrName, credentialOrName, numeral };

// Msc.Ed., PhD/MBA, MD-PhD
bool isCompoundCredential(std::string_view text) {
  const auto pieces = piecesOf(text, ".-/&");
  const auto credentials = std::count_if(pieces.begin(), pieces.end(), [](std::string_view piece) {
    const std::string key = lowered(piece);
    return kCredentials.has(key) || (characters(piece) > 1 && kCredentialsOrNames.has(key));
  });
  const bool dotted = text.find_first_of("-/&") == std::string_view::npos;
  return pieces.size() > 1 && (dotted ? credentials > 0 : credentials == std::ssize(pieces));
}

std::size_t firstVowel(const Word& word) {
  return plain(word.key).find_first_of("aeiouy");
}

bool hasVowel(const Word& word) {
  return firstVowel(word) != std::string::npos;
}

bool isWrittenAsName(const Word& word) {
  return word.look == Look::capitalised && hasVowel(word) && word.text.find('.') == std::string::npos &&
         traitsOf(word.text).uppers == 1;
}

Kind kindOf(const Word& word) {
  if (word.key.empty()) return Kind::none;
  if (kGenerations.has(word.key) && !word.hasInnerDot()) {
    const bool givenName = word.look == Look::capitalised && (word.is("vi") || word.is("iv"));
    const bool surname = isWrittenAsName(word) && (word.is("esquire") || word.is("fils"));
    return givenName ? Kind::none : surname ? Kind::sureOrName : Kind::sure;
  }
  if (kGenerationsOrNames.has(word.key)) return Kind::generationOrName;
  if ((word.is("v") || word.is("i") || word.is("x")) && !word.endsWithDot() && word.look != Look::lower)
    return Kind::numeral;
  if (kCredentialsOrNames.has(word.key)) return Kind::credentialOrName;
  if (kCredentials.has(word.key)) return isWrittenAsName(word) ? Kind::sureOrName : Kind::sure;
  return isCompoundCredential(word.text) ? Kind::sure : Kind::none;
}

// Ph. D. in two words
bool endsInSpacedPhD(const Words& words, std::size_t end) {
  return end > 2 && words[end - 1].text == "D." && words[end - 2].text == "Ph.";
}

// Written as a credential is. Where case tells nothing, one without a vowel is nobody's name.
bool looksWrittenAsCredential(const Word& word) {
  return word.look == Look::capitals || word.hasInnerDot() || (word.look == Look::unknown && !hasVowel(word));
}

}  // namespace

Suffixes suffixesOf(const Words& words, Place place) {
  Suffixes found{words.size()};
  const std::size_t spare = place == Place::wholeName ? 2 : 1;
  for (std::size_t& end = found.begin; end > 1;) {
    const Word& word = words[end - 1];
    const std::size_t left = end - 1;
    if (endsInSpacedPhD(words, end)) {
      end -= 2;
      continue;
    }
    switch (kindOf(word)) {
      case Kind::none:
        return found;
      case Kind::sure:
        break;
      case Kind::sureOrName:
        if (left < spare) return found;
        found.orName = found.orName || kCredentials.has(word.key);
        break;
      case Kind::generationOrName:
        if (left < spare) return found;
        break;
      case Kind::credentialOrName:
        if (left < spare || !looksWrittenAsCredential(word)) return found;
        found.orName = found.orName || hasVowel(word);
        break;
      case Kind::numeral:
        // After a comma, a lone letter is the initial of a second name.
        if (left < spare || place == Place::given || isInitial(words[end - 2])) return found;
        found.orInitial = true;
        break;
    }
    --end;
  }
  return found;
}

std::size_t sureSuffixesBegin(const Words& words) {
  std::size_t end = words.size();
  while (end > 1 && (kindOf(words[end - 1]) == Kind::sure || endsInSpacedPhD(words, end)))
    end -= endsInSpacedPhD(words, end) ? std::size_t{2} : std::size_t{1};
  return end;
}

bool areSuffixes(const Words& piece, std::size_t names) {
  if (endsInSpacedPhD(together({Word{}}, piece), piece.size() + 1)) return true;
  return std::all_of(piece.begin(), piece.end(), [&](const Word& word) {
    switch (kindOf(word)) {
      case Kind::none:
        return false;
      case Kind::sure:
        return true;
      case Kind::sureOrName:
      case Kind::generationOrName:
      case Kind::numeral:
        return names > 1;
      case Kind::credentialOrName:
        return looksWrittenAsCredential(word) && (names > 1 || !word.is("jd"));
    }
    return false;
  });
}

bool looksLikeCredential(const Word& word) {
  if (word.hasInnerDot()) return word.look != Look::lower && characters(word.key) > 2 && isInitial(word);
  // FCCA can't be spoken either, but SCHULZ can.
  static constexpr std::string_view kSpoken[] = {"chr", "phr", "sch", "scr", "shr",
                                                 "spl", "spr", "str", "thr"};
  const bool spoken = std::any_of(std::begin(kSpoken), std::end(kSpoken),
                                  [&](std::string_view start) { return word.key.starts_with(start); });
  return word.look == Look::capitals && characters(word.key) < 7 &&
         (spoken ? !hasVowel(word) : firstVowel(word) > 2);
}

bool isCredentialOrName(const Word& word) {
  return kindOf(word) == Kind::credentialOrName;
}

bool isSuffixOrName(const Word& word) {
  return kindOf(word) == Kind::sureOrName;
}

}  // namespace ashby::names
