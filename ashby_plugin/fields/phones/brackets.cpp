#include "fields/phones/brackets.hpp"

#include <algorithm>

namespace ashby::phones {
namespace {

// The first token from here on that isn't a separator.
std::size_t pastSeparators(const std::vector<Token>& tokens, std::size_t at) {
  while (at < tokens.size() && separates(tokens[at])) ++at;
  return at;
}

// Resolves brackets: those of the number stay ("(0)20", "(030) 123456"), the others become remarks.
class Brackets {
 public:
  Brackets(const std::vector<Token>& typed, PhoneText& read) : typed_(typed), read_(read) {}

  std::vector<Token> resolved() {
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
      keep(open + 1, close);
    } else if (isPart(open, close, after)) {
      result_.push_back({Kind::open, "("});
      keep(open + 1, close);
      result_.push_back({Kind::close, ")"});
    } else if (open + 1 < close && namesExtension(typed_[open + 1])) {
      keep(open + 1, close);
    } else {
      if (inside >= kFewestDigits) read_.doubt = Doubt::several;
      remark(open + 1, close);
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

  void keep(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) result_.push_back(typed_[i]);
  }

  void remark(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i)
      if (typed_[i].kind == Kind::digits || (typed_[i].kind == Kind::word && !isLabel(typed_[i])))
        read_.remark = true;
    result_.push_back({Kind::remark, ""});
  }

  const std::vector<Token>& typed_;
  PhoneText& read_;
  std::vector<Token> result_;
};

}  // namespace

std::vector<Token> resolveBrackets(const std::vector<Token>& typed, PhoneText& read) {
  return Brackets(typed, read).resolved();
}

}  // namespace ashby::phones
