#include "person_names/letter_case.hpp"

#include <array>

#include "person_names/characters.hpp"
#include "person_names/family.hpp"

namespace ashby::names {
namespace {

std::string capitalised(std::string_view text) {
  const std::string_view first = firstCharacter(text);
  return uppered(first) + lowered(text.substr(first.size()));
}

// Each piece between hyphens, apostrophes and dots begins with a capital; one letter or none before an
// apostrophe, as in O'Malley: "ma'an" is no such name.
std::string repairedWord(const std::string& text) {
  std::string result, piece;
  const auto flush = [&] {
    const bool mc = piece.size() > 3 && lowered(piece).starts_with("mc");
    result += mc ? "Mc" + capitalised(std::string_view(piece).substr(2)) : capitalised(piece);
    piece.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const bool apostrophe = (text[at] == '\'' || text.compare(at, 3, "’") == 0) && characters(piece) == 1;
    if (text[at] == '-' || text[at] == '.' || apostrophe) {
      flush();
      const std::size_t size = text[at] == '-' || text[at] == '.' || text[at] == '\'' ? 1 : 3;
      result.append(text, at, size);
      at += size;
    } else {
      piece += text[at++];
    }
  }
  flush();
  return result;
}

Words repairedWords(const Words& words, bool family) {
  Words result = words;
  for (std::size_t i = 0; i < result.size(); ++i) {
    const bool last = i + 1 == result.size();
    const bool small = family && !last && (isParticle(words[i]) || joinsSurnames(words[i]));
    result[i].text = small ? lowered(words[i].text) : repairedWord(words[i].text);
  }
  return result;
}

}  // namespace

Alternative repaired(const Alternative& name) {
  return {repairedWords(name.first, false), repairedWords(name.middle, false),
          repairedWords(name.last, true)};
}

}  // namespace ashby::names
