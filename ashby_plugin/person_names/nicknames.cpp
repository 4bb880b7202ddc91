#include "person_names/nicknames.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <optional>

namespace ashby::names {
namespace {

// single: apostrophes look alike.
enum class Mark { none, opening, closing, doubleQuote, singleQuote };

struct FetchedHire {
  Mark mark = Mark::none;
  std::size_t size = 1;  // bytes
};

Mark markOf(UChar32 c) {
  // " and " of full width; ´ and ` are accents, and stand for quotes all the same.
  if (c == '"' || c == 0xff02 || c == 0x2033) return Mark::doubleQuote;
  if (c == '\'' || c == '`' || c == 0xb4 || c == 0xff07 || c == 0x2032) return Mark::singleQuote;
  if (c == '<') return Mark::opening;
  if (c == '>') return Mark::closing;
  if (c < 0) return Mark::none;
  switch (u_charType(c)) {
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return (c >= 0x2018 && c <= 0x201b) || c == 0x2039 || c == 0x203a ? Mark::singleQuote
                                                                        : Mark::doubleQuote;
    case U_START_PUNCTUATION:  // „ and ‚ are of this kind, too
      return c == 0x201e ? Mark::doubleQuote : c == 0x201a ? Mark::singleQuote : Mark::opening;
    case U_END_PUNCTUATION:
      return Mark::closing;
    default:
      return Mark::none;
  }
}

FetchedHire markAt(std::string_view text, std::size_t at) {
  // Two apostrophes make one quote.
  if (text.substr(at).starts_with("''")) return {Mark::doubleQuote, 2};
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t end = at;
  UChar32 character = 0;
  U8_NEXT(bytes, end, text.size(), character);
  return {markOf(character), end - at};
}

bool isQuote(Mark mark) {
  return mark == Mark::doubleQuote || mark == Mark::singleQuote;
}

bool startsWord(std::string_view text, std::size_t at) {
  return at == 0 || text[at - 1] == ' ' || text[at - 1] == ',';
}

bool endsWord(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] == ' ' || text[at] == ',' || text[at] == '.';
}

struct Span {
  std::size_t contentFrom, contentTo, end;
};

// The end of what opens at this place: the next mark of its kind, or else, for quotes, of the other weight.
std::optional<Span> spanAt(std::string_view text, std::size_t at) {
  const FetchedHire open = markAt(text, at);
  if (open.mark != Mark::opening && !(isQuote(open.mark) && startsWord(text, at))) return std::nullopt;
  const std::size_t from = at + open.size;
  std::optional<Span> other;
  for (std::size_t to = from; to < text.size();) {
    const FetchedHire close = markAt(text, to);
    const Span span{from, to, to + close.size};
    if (open.mark == Mark::opening) {
      if (close.mark == Mark::closing) return span;
    } else if (isQuote(close.mark) && to > from && endsWord(text, span.end)) {
      if (close.mark == open.mark) return span;
      if (!other) other = span;
    }
    to = span.end;
  }
  return other;
}

// ("Ricky") is in brackets and in quotes.
std::string bare(std::string_view content) {
  for (bool again = true; again;) {
    content = content.substr(std::min(content.find_first_not_of(" ,"), content.size()));
    content = content.substr(0, content.find_last_not_of(" ,") + 1);
    const auto span = content.empty() ? std::nullopt : spanAt(content, 0);
    again = span && span->end == content.size();
    if (again) content = content.substr(span->contentFrom, span->contentTo - span->contentFrom);
  }
  return std::string(content);
}

}  // namespace

Quoted takeQuoted(std::string_view name) {
  Quoted quoted;
  for (std::size_t at = 0; at < name.size();) {
    const auto span = spanAt(name, at);
    if (!span) {
      quoted.rest += name[at++];
      continue;
    }
    std::string content = bare(name.substr(span->contentFrom, span->contentTo - span->contentFrom));
    if (!content.empty())
      quoted.contents.push_back(
          {std::move(content), markAt(name, at).mark == Mark::opening, quoted.rest.size()});
    quoted.rest += ' ';
    at = span->end;
  }
  return quoted;
}

std::string withoutLooseMarks(std::string_view rest) {
  std::string clean;
  for (std::size_t at = 0; at < rest.size();) {
    const FetchedHire found = markAt(rest, at);
    if (found.mark == Mark::none || found.mark == Mark::singleQuote) clean += rest.substr(at, found.size);
    at += found.size;
  }
  return clean;
}

}  // namespace ashby::names
