#include "ashby/mapping/name_part.hpp"

#include <array>
#include <utility>

#include "person_names/characters.hpp"
#include "person_names/letter_case.hpp"
#include "person_names/marks/damage.hpp"
#include "person_names/name.hpp"
#include "person_names/suffixes.hpp"
#include "person_names/titles.hpp"
#include "person_names/unsplittable_names.hpp"

namespace ashby {
namespace {

using namespace names;

// Typed where a form wanted something.
bool isPlaceholder(const std::string& text) {
  static constexpr std::array<std::string_view, 14> kPlaceholders = {
      "n/a",     "na",  "n.a.", "none", "null", "nil",  "no",
      "unknown", "tbd", "tba",  "tbc",  "test", "same", "same as above"};
  return isAmong(lowered(text), kPlaceholders);
}

std::map<std::string, Text> wholeNameOf(const NameSplit& split) {
  return {{"firstName", split.firstName}, {"middleName", split.middleName}, {"lastName", split.lastName}};
}

class PartReader {
 public:
  PartReader(const std::string& field, const std::string& typed)
      : field_(field), typed_(typed), text_(cleaned(typed)), words_(wordsOf(text_, letterCaseOf(text_))) {}

  NamePart read() {
    if (words_.empty()) return part_;
    if (isPlaceholder(text_) || traitsOf(text_).letters == 0) {
      part_.issues.push_back({field_, "invalid", "The custom field's value, " + text_ + ", is no name"});
      return part_;
    }
    part_.text = text_;
    checkDamage();
    checkWholeName();
    checkAffixes();
    checkLetterCase();
    return std::move(part_);
  }

 private:
  void doubt(const std::string& message, std::map<std::string, Text> other) {
    part_.issues.push_back({field_, "uncertain", message});
    if (!other.empty()) part_.alternatives.push_back(std::move(other));
  }

  void checkDamage() {
    if (const auto damage = damageOf(typed_))
      doubt("The custom field's value seems to be damaged: check the spelling",
            damage->repaired.empty() ? std::map<std::string, Text>{}
                                     : std::map<std::string, Text>{{field_, cleaned(damage->repaired)}});
  }

  // Tran, Mai Anh; John and Jane
  void checkWholeName() {
    const bool comma = text_.find(',') != std::string::npos;
    if (comma || unsplittable({words_}))
      doubt("The custom field's value seems to be more than a name of this kind: check it",
            wholeNameOf(splitName(typed_)));
  }

  // Dr. Mai, Kuhn PhD
  void checkAffixes() {
    if (words_.size() < 2 || text_.find(',') != std::string::npos) return;
    const std::size_t titles = field_ == "lastName" ? 0 : titlesOf(words_).count;
    const Words untitled = slice(words_, titles, words_.size());
    const std::size_t suffixes = suffixesOf(untitled, Place::family).begin;
    if (titles == 0 && suffixes == untitled.size()) return;
    doubt("The custom field's value seems to hold a title or a suffix: check it",
          {{field_, joined(slice(untitled, 0, suffixes))}});
  }

  void checkLetterCase() {
    if (letterCaseOf(text_) == LetterCase::mixed) return;
    const Alternative usual = repaired({words_, {}, words_});
    const std::string spelled = joined(field_ == "lastName" ? usual.last : usual.first);
    if (spelled != text_)
      doubt("The custom field's value is all in one case: kept as written", {{field_, spelled}});
  }

  const std::string& field_;
  const std::string& typed_;
  const std::string text_;
  const Words words_;
  NamePart part_;
};

}  // namespace

NamePart readNamePart(const std::string& field, const std::string& typed) {
  return PartReader(field, typed).read();
}

}  // namespace ashby
