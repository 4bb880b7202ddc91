#include "mapping/phones/phone_text.hpp"

#include <algorithm>
#include <array>

#include "mapping/names/characters.hpp"
#include "mapping/phones/tokens.hpp"

namespace ashby::phones {
namespace {

using Tokens = std::vector<Token>;

// Fewer digits are no number of a person's: an hour, a floor, a count.
constexpr std::size_t kFewestDigits = 7;
constexpr std::size_t kLongestExtension = 7;
// A longer group that touches a word ("123456home") is the number's own.
constexpr std::size_t kLongestAmbiguousGroup = 4;

constexpr std::array<std::string_view, 9> kExtensionWords = {
    "x", "ext", "extn", "extension", "xtn", "extensión", "extensão", "anexo", "доб"};
// They say what kind of number it is, not whose.
constexpr std::array<std::string_view, 22> kLabels = {
    "tel",      "telefon", "telephone", "téléphone", "teléfono", "phone", "mobile",  "mobil",
    "mob",      "cell",    "cellphone", "handy",     "portable", "home",  "private", "privat",
    "personal", "t",       "p",         "m",         "h",        "number"};

template <std::size_t n>
bool isOneOf(const std::array<std::string_view, n>& words, const Token& token) {
  return token.kind == Kind::word &&
         std::find(words.begin(), words.end(), names::lowered(token.text)) != words.end();
}

bool namesExtension(const Token& token) {
  return token.kind == Kind::hash || isOneOf(kExtensionWords, token);
}

std::size_t digitsIn(const Tokens& tokens, std::size_t from, std::size_t to) {
  std::size_t digits = 0;
  for (std::size_t i = from; i < to; ++i)
    if (tokens[i].kind == Kind::digits) digits += tokens[i].text.size();
  return digits;
}

bool holds(const Tokens& tokens, std::size_t from, std::size_t to, Kind kind) {
  return std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(from),
                     tokens.begin() + static_cast<std::ptrdiff_t>(to),
                     [&](const Token& token) { return token.kind == kind; });
}

// The first token from here on that isn't a separator.
std::size_t pastSeparators(const Tokens& tokens, std::size_t at) {
  while (at < tokens.size() && separates(tokens[at])) ++at;
  return at;
}

// The tokens from `from` up to `to`, without the end.
struct Span {
  std::size_t from, to;
};

// Resolves brackets: those of the number stay ("(0)20", "(030) 123456"), the others become remarks.
class Brackets {
 public:
  Brackets(const Tokens& typed, PhoneText& read) : typed_(typed), read_(read) {}

  Tokens resolved() {
    for (std::size_t at = 0; at < typed_.size();) {
      if (typed_[at].kind == Kind::open) {
        at = take(at);
      } else {
        // A bracket that was never opened ("1) 030...") is no part of a number.
        result_.push_back(typed_[at].kind == Kind::close ? Token{Kind::pause, ","} : typed_[at]);
        ++at;
      }
    }
    return std::move(result_);
  }

 private:
  std::size_t take(std::size_t open) {
    std::size_t close = open + 1;
    while (close < typed_.size() && typed_[close].kind != Kind::close) ++close;
    const std::size_t after = std::min(close + 1, typed_.size());
    const std::size_t inside = digitsIn(typed_, open + 1, close),
                      outside = digitsIn(typed_, 0, open) + digitsIn(typed_, after, typed_.size());
    if (inside >= kFewestDigits && outside == 0) {
      keep({open + 1, close});
    } else if (isPart(open, close, after)) {
      result_.push_back({Kind::open, "("});
      keep({open + 1, close});
      result_.push_back({Kind::close, ")"});
    } else if (open + 1 < close && namesExtension(typed_[open + 1])) {
      keep({open + 1, close});
    } else {
      if (inside >= kFewestDigits) read_.doubt = Doubt::several;
      remark({open + 1, close});
    }
    return after;
  }

  // A group of digits in brackets with more digits behind it.
  bool isPart(std::size_t open, std::size_t close, std::size_t after) {
    const std::size_t next = pastSeparators(typed_, after);
    const bool onlyDigits =
        std::all_of(typed_.begin() + static_cast<std::ptrdiff_t>(open) + 1,
                    typed_.begin() + static_cast<std::ptrdiff_t>(close), [](const Token& token) {
                      return separates(token) || token.kind == Kind::digits || token.kind == Kind::plus;
                    });
    if (!onlyDigits || digitsIn(typed_, open, close) == 0 || next >= typed_.size() ||
        typed_[next].kind != Kind::digits)
      return false;
    const bool leads = digitsIn(typed_, 0, open) == 0;
    const bool dialled = holds(typed_, open, close, Kind::plus) || typed_[open + 1].text.starts_with('0');
    // "(2) 030 123456": an area code or the second number?
    const bool either = leads && !dialled && typed_[next].text.starts_with('0');
    if (either || digitsIn(typed_, 0, open) >= kFewestDigits) read_.doubt = Doubt::unclear;
    return true;
  }

  void keep(Span span) {
    for (std::size_t i = span.from; i < span.to; ++i) result_.push_back(typed_[i]);
  }

  void remark(Span span) {
    for (std::size_t i = span.from; i < span.to; ++i)
      if (typed_[i].kind == Kind::digits || (typed_[i].kind == Kind::word && !isOneOf(kLabels, typed_[i])))
        read_.remark = true;
    result_.push_back({Kind::remark, ""});
  }

  const Tokens& typed_;
  PhoneText& read_;
  Tokens result_;
};

// Every part of the text that could be a number: signs, digits, separators. A "+" begins another one.
std::vector<Span> runsOf(const Tokens& tokens) {
  std::vector<Span> runs;
  std::size_t at = 0;
  while (at < tokens.size()) {
    Span run{at, at};
    bool digits = false;
    for (; at < tokens.size(); ++at) {
      const Kind kind = tokens[at].kind;
      const bool separator = separates(tokens[at]);
      if (separator ? run.to == run.from
                    : kind != Kind::digits && kind != Kind::open && kind != Kind::close &&
                          (kind != Kind::plus || digits))
        break;
      digits = digits || kind == Kind::digits;
      if (!separator) run.to = at + 1;
    }
    if (digits) runs.push_back(run);
    if (at == run.from) ++at;  // nothing that could begin a number
  }
  return runs;
}

class Reader {
 public:
  explicit Reader(std::string_view typed) : tokens_(Brackets(tokensOf(typed), read_).resolved()) {
    runs_ = runsOf(tokens_);
  }

  PhoneText read() {
    if (runs_.empty()) return read_;
    chooseNumber();
    takeExtension();
    judgeOtherRuns();
    judgeNeighbours();
    judgeSlashes();
    noteRemarks();
    read_.number = written(main_);
    noteEnd();
    noteLetters();
    return std::move(read_);
  }

 private:
  std::size_t digits(Span run) const { return digitsIn(tokens_, run.from, run.to); }
  bool hasPlus(Span run) const { return holds(tokens_, run.from, run.to, Kind::plus); }

  void chooseNumber() {
    main_ = runs_.front();
    for (const Span run : runs_)
      if (hasPlus(run) != hasPlus(main_) ? hasPlus(run) : digits(run) > digits(main_)) main_ = run;
  }

  // Behind the number, a word that announces an extension, and then its digits.
  void takeExtension() {
    std::size_t at = main_.to;
    const auto skip = [&] {
      while (at < tokens_.size() &&
             (separates(tokens_[at]) || tokens_[at].kind == Kind::pause ||
              (tokens_[at].kind == Kind::other && (tokens_[at].text == "=" || tokens_[at].text == ":"))))
        ++at;
    };
    skip();
    if (at >= tokens_.size() || !namesExtension(tokens_[at])) return;
    ++at;
    skip();
    const auto run = std::find_if(runs_.begin(), runs_.end(), [&](Span one) { return one.from == at; });
    if (run == runs_.end() || run->to != at + 1 || digits(*run) > kLongestExtension) return;
    read_.extension = tokens_[at].text;
    extensionEnd_ = run->to;
    runs_.erase(run);
  }

  void doubt(Doubt doubt) {
    if (read_.doubt != Doubt::several) read_.doubt = doubt;
  }

  // Other digits are a remark's where a word stands between, or where a "+" says where the number begins.
  void judgeOtherRuns() {
    for (const Span run : runs_) {
      if (run.from == main_.from) continue;
      const bool before = run.to <= main_.from;
      if (hasPlus(run) || digits(run) >= kFewestDigits)
        doubt(Doubt::several);
      else if (!(before ? hasPlus(main_) || holds(tokens_, run.to, main_.from, Kind::word)
                        : holds(tokens_, std::max(main_.to, extensionEnd_), run.from, Kind::word)))
        doubt(Doubt::unclear);
      read_.remark = true;
    }
  }

  // "2nd", "18h": digits that touch a word may be a part of it.
  void judgeNeighbours() {
    const auto isShortGroup = [&](const Token& token) {
      return token.kind == Kind::digits && token.text.size() <= kLongestAmbiguousGroup;
    };
    const bool behind =
        main_.to < tokens_.size() && tokens_[main_.to].kind == Kind::word && extensionEnd_ == 0;
    if (behind && isShortGroup(tokens_[main_.to - 1])) doubt(Doubt::unclear);
    const bool inFront = main_.from > 0 && tokens_[main_.from - 1].kind == Kind::word;
    if (inFront && isShortGroup(tokens_[main_.from])) doubt(Doubt::unclear);
  }

  // "030 123456 / 0171 1234567". In front of a slash that belongs to one number stands at most an area code.
  void judgeSlashes() {
    for (std::size_t i = main_.from; i < main_.to; ++i) {
      if (tokens_[i].kind != Kind::slash) continue;
      const std::size_t country = tokens_[main_.from].text.starts_with("00") ? 4 : 0;
      if (digitsIn(tokens_, main_.from, i) >= kFewestDigits + country &&
          digitsIn(tokens_, i, main_.to) > kLongestAmbiguousGroup)
        doubt(Doubt::several);
    }
  }

  void noteRemarks() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const bool extensions = i >= main_.to && i < extensionEnd_;
      const bool says = (tokens_[i].kind == Kind::word && !isOneOf(kLabels, tokens_[i])) ||
                        (tokens_[i].kind == Kind::other && tokens_[i].text == "?");
      if (says && !extensions) read_.remark = true;
    }
  }

  std::string written(Span span) const {
    std::string text;
    for (std::size_t i = span.from; i < span.to; ++i) {
      switch (tokens_[i].kind) {
        case Kind::plus:
          text += '+';
          break;
        case Kind::blank:
          text += ' ';
          break;
        case Kind::dash:
          text += '-';
          break;
        case Kind::dot:
          text += '.';
          break;
        case Kind::slash:
          text += '/';
          break;
        default:
          text += tokens_[i].text;
      }
    }
    return text;
  }

  const Token* beforeEnd(std::size_t count) const {
    return main_.to >= main_.from + count ? &tokens_[main_.to - count] : nullptr;
  }
  bool isGroup(std::size_t count, std::size_t longest) const {
    const Token* token = beforeEnd(count);
    return token != nullptr && token->kind == Kind::digits && token->text.size() <= longest;
  }
  bool is(std::size_t count, Kind kind) const {
    const Token* token = beforeEnd(count);
    return token != nullptr && token->kind == kind;
  }

  // Tokens are counted from the number's end.
  void noteEnd() {
    std::size_t cut = 0;
    if (isGroup(1, 2) && is(2, Kind::dash) && isGroup(3, 2) && is(4, Kind::blank)) {
      cut = 4;
      read_.endsOtherwise = is(5, Kind::digits) && beforeEnd(5)->text.size() > 2;
    } else if (isGroup(1, kLongestAmbiguousGroup) && is(2, Kind::slash)) {
      cut = 2;
      read_.endsOtherwise = true;
    } else if (isGroup(1, 3) && is(2, Kind::blank)) {
      cut = 2;
    }
    if (cut > 0) read_.shorter = written({main_.from, main_.to - cut});
  }

  void noteLetters() {
    std::size_t at = main_.to;
    if (at < tokens_.size() && (tokens_[at].kind == Kind::blank || tokens_[at].kind == Kind::dash)) ++at;
    if (at + 1 != tokens_.size() || tokens_[at].kind != Kind::word || main_.from != 0) return;
    const std::string& word = tokens_[at].text;
    if (word.size() >= 3 &&
        std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
      read_.withLetters = read_.number + " " + word;
  }

  PhoneText read_;
  Tokens tokens_;
  std::vector<Span> runs_;
  Span main_{0, 0};
  std::size_t extensionEnd_ = 0;
};

}  // namespace

PhoneText readPhoneText(std::string_view typed) {
  return Reader(typed).read();
}

}  // namespace ashby::phones
