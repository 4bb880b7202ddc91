#include "ashby/mapping/name_sources.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "ashby/mapping/name_part.hpp"
#include "fields/fields.hpp"
#include "person_names/characters.hpp"
#include "person_names/name.hpp"
#include "person_names/words.hpp"

namespace ashby {
namespace {

using Parts = std::map<std::string, Text>;
using names::joined;
using names::LetterCase;
using names::slice;
using names::Words;
using names::wordsOf;

constexpr std::array<const char*, 3> kParts = {"firstName", "middleName", "lastName"};

// The value that the admin's sources give a field.
struct Chosen {
  bool mapped = false;  // false if Ashby's own name counts, or no source is chosen
  Text value;
};

Chosen chosenFor(const std::string& field, const ImportSettings& choices, const ReadSource& read,
                 bool ownFilled) {
  const auto found = choices.sources.find(field);
  if (found == choices.sources.end() || found->second.empty()) return {};
  for (const std::string& source : found->second) {
    if (source == "ashby") {
      if (ownFilled) return {};
    } else if (Text value = read(source); !blank(value)) {
      return {true, std::move(value)};
    }
  }
  const bool own = std::find(found->second.begin(), found->second.end(), "ashby") != found->second.end();
  return {!own, std::nullopt};
}

bool isNamePath(const std::string& path) {
  return path == "preferredName" || std::find(kParts.begin(), kParts.end(), path) != kParts.end();
}

void forgetSplit(MappedHire& hire) {
  std::erase_if(hire.issues, [](const auto& issue) { return isNamePath(issue.path); });
  hire.nameParts = {};
}

Words wordsOfText(const Text& text) {
  return wordsOf(names::cleaned(text.value_or("")), LetterCase::mixed);
}

std::set<std::string> wordKeys(const Words& words) {
  std::set<std::string> keys;
  for (const names::Word& word : words) keys.insert(names::plain(word.key));
  return keys;
}

// Whether each word of some is among all.
bool areAmong(const Text& some, const Text& all, const Text& more = {}) {
  std::set<std::string> known = wordKeys(wordsOfText(all));
  known.merge(wordKeys(wordsOfText(more)));
  const std::set<std::string> wanted = wordKeys(wordsOfText(some));
  return std::includes(known.begin(), known.end(), wanted.begin(), wanted.end());
}

// The name of a hire while its parts are taken from custom fields.
class MappedName {
 public:
  MappedName(const ImportSettings& choices, const ReadSource& read, MappedHire& hire)
      : choices_(choices), read_(read), hire_(hire) {
    for (const char* field : kParts) display_[field] = fieldOf(hire.fields, field);
  }

  void takeWhole() {
    const Chosen chosen = chosenFor(kWholeName, choices_, read_, !blank(hire_.source.name));
    if (!chosen.mapped) return;
    const Text nickname = hire_.fields.preferredName;
    forgetSplit(hire_);
    NameSplit split = splitName(chosen.value.value_or(""));
    hire_.fields.firstName = split.firstName;
    hire_.fields.middleName = split.middleName;
    hire_.fields.lastName = split.lastName;
    hire_.fields.preferredName = split.parts.preferredName;
    hire_.issues.insert(hire_.issues.end(), split.issues.begin(), split.issues.end());
    hire_.nameParts = std::move(split.parts);
    if (!chosen.value) {
      hire_.nameParts.reason = "the custom field that the name comes from has no value";
      for (const char* field : {"firstName", "lastName"}) missing(field);
    }
    if (!hire_.fields.preferredName) hire_.fields.preferredName = nickname;
    keepCalledName();
  }

  void takeParts() {
    std::map<std::string, NamePart> parts;
    for (const char* field : kParts)
      if (Chosen chosen = chosenFor(field, choices_, read_, display_[field].has_value()); chosen.mapped)
        parts.emplace(field, chosen.value ? readNamePart(field, *chosen.value) : NamePart{});
    if (parts.empty()) return;
    whole_ = {};
    for (const char* field : kParts) whole_[field] = fieldOf(hire_.fields, field);
    forgetSplit(hire_);
    hire_.nameParts.reason = "from the custom fields that the settings name";
    for (auto& [field, part] : parts) {
      setField(hire_.fields, field, part.text);
      if (!part.text && part.issues.empty()) missing(field);
      hire_.issues.insert(hire_.issues.end(), part.issues.begin(), part.issues.end());
    }
    if (!parts.contains("middleName")) dropMiddle();
    if (parts.contains("firstName") != parts.contains("lastName"))
      checkAgreement(parts.contains("firstName"));
    if (parts.contains("firstName")) checkWholeInFirst();
    for (const auto& [field, part] : parts)
      for (const Parts& other : part.alternatives) offer(other);
    if (parts.contains("firstName")) keepCalledName();
  }

  void takePreferred() {
    const Chosen chosen = chosenFor("preferredName", choices_, read_, hire_.fields.preferredName.has_value());
    if (!chosen.mapped) return;
    NamePart part = chosen.value ? readNamePart("preferredName", *chosen.value) : NamePart{};
    std::erase_if(hire_.issues, [](const auto& issue) { return issue.path == "preferredName"; });
    if (!part.text && part.issues.empty()) missing("preferredName");
    hire_.fields.preferredName = part.text;
    hire_.nameParts.preferredName = part.text;
    hire_.issues.insert(hire_.issues.end(), part.issues.begin(), part.issues.end());
    for (const Parts& other : part.alternatives) offer(other);
  }

 private:
  void missing(const std::string& field) {
    hire_.issues.push_back({field, "missing", "The custom field that it comes from has no value"});
  }

  void doubt(const char* field, std::string message, const Parts& other) {
    hire_.issues.push_back({field, "uncertain", std::move(message)});
    offer(other);
  }

  // Completes the alternative with the parts that it says nothing of.
  void offer(Parts other) {
    for (const char* field : kParts)
      if (!other.contains(field)) other[field] = fieldOf(hire_.fields, field);
    auto& known = hire_.nameParts.alternatives;
    if (std::find(known.begin(), known.end(), other) == known.end()) known.push_back(std::move(other));
  }

  // Mai Anh + Tran for "Mai Anh Tran": "Anh" is no middle name.
  void dropMiddle() {
    const Text middle = std::exchange(hire_.fields.middleName, std::nullopt);
    if (!middle || areAmong(middle, hire_.fields.firstName, hire_.fields.lastName)) return;
    doubt("middleName", "Ashby's name holds " + *middle + " as well, which no custom field gives",
          {{"middleName", middle}});
  }

  void checkAgreement(bool firstMapped) {
    const char* mapped = firstMapped ? "firstName" : "lastName";
    const char* other = firstMapped ? "lastName" : "firstName";
    const Text value = fieldOf(hire_.fields, mapped);
    if (!value || areAmong(value, whole_[mapped], whole_["middleName"])) return;
    doubt(other, "It comes from Ashby's name, whose other part differs from the custom field's: check it",
          whole_);
  }

  // "Robert James Kuhn" in the first name's field: its last words are the last name, or may be.
  void checkWholeInFirst() {
    const Text first = hire_.fields.firstName, last = hire_.fields.lastName;
    const Words words = wordsOfText(first), family = wordsOfText(last);
    const bool repeated = !family.empty() && words.size() > family.size() &&
                          joined(slice(words, words.size() - family.size(), words.size())) == joined(family);
    if (repeated)
      doubt("firstName", "The custom field's value seems to be the whole name: check it",
            {{"firstName", joined(slice(words, 0, words.size() - family.size()))}});
    else if (words.size() > 2 && !areAmong(first, whole_["firstName"], whole_["middleName"])) {
      const NameSplit split = splitName(*first);
      doubt("firstName", "The custom field's value may be the whole name: check it",
            {{"firstName", split.firstName}, {"middleName", split.middleName}, {"lastName", split.lastName}});
    }
  }

  // Bobby Kuhn, whose custom field says Robert, stays Bobby.
  void keepCalledName() {
    const Text called = display_["firstName"];
    if (!hire_.fields.preferredName && called && hire_.fields.firstName && display_["lastName"] &&
        !areAmong(called, hire_.fields.firstName, hire_.fields.lastName))
      hire_.fields.preferredName = called;
    hire_.nameParts.preferredName = hire_.fields.preferredName;
  }

  const ImportSettings& choices_;
  const ReadSource& read_;
  MappedHire& hire_;
  Parts display_;  // the split of Ashby's own name
  Parts whole_;    // the name before its parts were mapped
};

}  // namespace

bool isNameSource(const std::string& field) {
  return field == kWholeName || isNamePath(field);
}

void mapNameSources(const ImportSettings& choices, const ReadSource& read, MappedHire& hire) {
  MappedName name(choices, read, hire);
  name.takeWhole();
  name.takeParts();
  name.takePreferred();
}

}  // namespace ashby
