#include "person_names/family.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "person_names/lists/lists.hpp"

namespace ashby::names {
namespace {

// Heijdanus-De Boer
bool endsInParticle(const Word& word) {
  const std::size_t hyphen = word.key.rfind('-');
  return hyphen != std::string::npos && hyphen > 0 &&
         kParticles.has(std::string_view(word.key).substr(hyphen + 1));
}

bool isBound(const Word& word) {
  return kBoundGivenNames.has(word.key);
}

// Those that join one word only, as opposed to all that follow.
bool joinsOne(const Word& word) {
  return endsInParticle(word) || isBound(word);
}

// Graf, Freifrau: a part of the surname before "von".
bool isNobility(const Words& words, std::size_t at) {
  return at + 1 < words.size() && kNobility.has(words[at].key) && isParticle(words[at + 1]);
}

// Op den Kamp, Auf der Heide: a particle in capitals, too, before another one.
bool isPrepositionBefore(const Words& words, std::size_t at) {
  static constexpr std::array<std::string_view, 5> kWords = {"aan", "auf", "in", "op", "uit"};
  return isAmong(words[at].key, kWords) && isParticle(words[at + 1]);
}

bool isSaint(const Word& word) {
  return word.is("st") || word.is("ste");
}

}  // namespace

bool isParticle(const Word& word) {
  if (word.text.ends_with('.') && !isSaint(word)) return false;
  if (word.look == Look::lower && kLowerCaseParticles.has(word.key)) return true;
  return kParticles.has(word.key);
}

bool isParticleWithName(const Word& word) {
  static constexpr std::string_view kElided[] = {"d'", "l'", "dell'", "dall'", "all'", "sant'"};
  return std::any_of(std::begin(kElided), std::end(kElided), [&](std::string_view particle) {
    return word.key.size() > particle.size() && word.key.starts_with(particle);
  });
}

bool joinsSurnames(const Word& word) {
  if (word.look == Look::lower) return word.text == "y" || word.text == "e" || word.text == "i";
  return word.look == Look::unknown && word.is("y") && !word.endsWithDot();
}

bool joinsParticles(const Words& words, std::size_t at) {
  static constexpr std::string_view kJoints[] = {"und", "u", "en", "et", "and", "y", "&"};
  return at > 0 && at + 2 < words.size() && isParticle(words[at - 1]) && isParticle(words[at + 1]) &&
         std::find(std::begin(kJoints), std::end(kJoints), words[at].key) != std::end(kJoints);
}

std::size_t firstNameSize(const Words& words, std::size_t spare) {
  std::size_t end = 1;
  if (isBound(words[0])) {
    while (end < words.size() && isParticle(words[end])) ++end;
    return end + 1 + spare <= words.size() ? end + 1 : 1;
  }
  if (!kDevotedGivenNames.has(words[0].key)) return 1;
  while (end < words.size() && isParticle(words[end])) ++end;
  return end > 1 && end + 1 + spare <= words.size() && kDevotions.has(words[end].key) ? end + 1 : 1;
}

std::size_t familyBegin(const Words& words, std::size_t from) {
  std::size_t begin = words.size() - 1;
  // d'Alembert is a family name by itself, whatever particles stand before other words: le Rond d'Alembert.
  const bool whole = begin > from && isParticleWithName(words[begin]);
  for (std::size_t at = words.size() - 1; !whole && at-- > from;) {
    const bool joins = joinsSurnames(words[at]) && at > from;
    const bool opens = isParticle(words[at]) || (at + 2 == words.size() && joinsOne(words[at]));
    if (!joins && !opens) continue;
    begin = joins ? at - 1 : at;
    break;
  }
  while (begin > from) {
    if (isParticle(words[begin - 1]) || joinsOne(words[begin - 1]) || isNobility(words, begin - 1) ||
        isPrepositionBefore(words, begin - 1) || joinsParticles(words, begin - 1))
      --begin;
    else if (begin > from + 1 && joinsSurnames(words[begin - 1]))
      begin -= 2;
    else
      break;
  }
  return begin;
}

std::size_t openingParticles(const Words& words) {
  std::size_t count = 0;
  while (count + 1 < words.size() && isParticle(words[count])) ++count;
  if (count == 0) return 0;
  const Word& first = words[0];
  // Di, Da, Von and the like in capitals, or in a name all of one case, are given names.
  const bool family = first.look == Look::lower
                          ? kOpeningParticles.has(first.key)
                          : first.is("de") || first.is("del") || first.is("dela") || first.is("della");
  return family || count > 1 ? count : 0;
}

}  // namespace ashby::names
