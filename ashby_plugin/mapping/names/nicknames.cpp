#include "mapping/names/nicknames.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace ashby::names {
namespace {

// bracket: opens and closes within words, too.
struct Pair {
  std::string_view open, close;
  bool bracket;
};

constexpr std::array<Pair, 14> kPairs = {{{"(", ")", true},
                                          {"[", "]", true},
                                          {"{", "}", true},
                                          {"<", ">", true},
                                          {"（", "）", true},
                                          {"「", "」", true},
                                          {"\"", "\"", false},
                                          {"“", "”", false},
                                          {"„", "“", false},
                                          {"„", "”", false},
                                          {"«", "»", false},
                                          {"‘", "’", false},
                                          {"''", "''", false},
                                          {"'", "'", false}}};

bool endsWord(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] == ' ' || text[at] == ',' || text[at] == '.';
}

struct Found {
  std::size_t contentFrom, contentTo, end;
};

std::optional<Found> quotedAt(std::string_view text, std::size_t at) {
  const bool startsWord = at == 0 || text[at - 1] == ' ' || text[at - 1] == ',';
  for (const Pair& pair : kPairs) {
    if (!text.substr(at).starts_with(pair.open) || (!pair.bracket && !startsWord)) continue;
    const std::size_t from = at + pair.open.size();
    std::size_t close = text.find(pair.close, from);
    while (!pair.bracket && close != std::string_view::npos && !endsWord(text, close + pair.close.size()))
      close = text.find(pair.close, close + 1);
    if (close != std::string_view::npos) return Found{from, close, close + pair.close.size()};
  }
  return std::nullopt;
}

// ("Ricky") is in brackets and in quotes.
std::string bare(std::string_view content) {
  for (bool again = true; again;) {
    again = false;
    content = content.substr(std::min(content.find_first_not_of(" ,"), content.size()));
    content = content.substr(0, content.find_last_not_of(" ,") + 1);
    for (const Pair& pair : kPairs)
      if (content.size() >= pair.open.size() + pair.close.size() && content.starts_with(pair.open) &&
          content.ends_with(pair.close)) {
        content = content.substr(pair.open.size(), content.size() - pair.open.size() - pair.close.size());
        again = true;
      }
  }
  return std::string(content);
}

}  // namespace

Quoted takeQuoted(std::string_view name) {
  Quoted quoted;
  for (std::size_t at = 0; at < name.size();) {
    const auto found = quotedAt(name, at);
    if (!found) {
      quoted.rest += name[at++];
      continue;
    }
    std::string content = bare(name.substr(found->contentFrom, found->contentTo - found->contentFrom));
    if (!content.empty()) quoted.contents.push_back(std::move(content));
    quoted.rest += ' ';
    at = found->end;
  }
  return quoted;
}

}  // namespace ashby::names
