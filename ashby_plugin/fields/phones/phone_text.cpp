#include "fields/phones/phone_text.hpp"

#include <algorithm>

#include "fields/phones/brackets.hpp"
#include "fields/phones/tokens.hpp"

namespace ashby::phones {
namespace {

using Tokens = std::vector<Token>;

constexpr std::size_t kLongestExtension = 7;
// A longer group that touches a word ("123456home") is the number's own.
constexpr std::size_t kLongestAmbiguousGroup = 4;

// The tokens from `from` up to `to`, without the end.
struct Span {
  std::size_t from, to;
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

class NumberReader {
 public:
  explicit NumberReader(std::string_view typed) : tokens_(resolveBrackets(tokensOf(typed), read_)) {
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

  // Takes the word behind the number that announces an extension, and its digits.
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
    // "2 030 123456": what is dialled begins with the 0.
    const Token &first = tokens_[main_.from], &second = tokens_[std::min(main_.from + 2, main_.to - 1)];
    if (first.kind == Kind::digits && first.text.size() <= 2 && !first.text.starts_with('0') &&
        second.kind == Kind::digits && second.text.starts_with('0'))
      doubt(Doubt::unclear);
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
      const bool says = (tokens_[i].kind == Kind::word && !isLabel(tokens_[i])) ||
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

  // "123456 3. Stock": the last group may be counted by the word.
  bool wordFollows() const {
    std::size_t at = main_.to;
    while (at < tokens_.size() && separates(tokens_[at])) ++at;
    return at < tokens_.size() && tokens_[at].kind == Kind::word && !isLabel(tokens_[at]) &&
           at >= extensionEnd_;
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
      read_.endsOtherwise = wordFollows();
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
  return NumberReader(typed).read();
}

}  // namespace ashby::phones
