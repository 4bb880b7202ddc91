#include "hires/explanation/explanation_search.hpp"

#include <algorithm>

#include "fields/source_id.hpp"
#include "hires/records/hire_summary_reader.hpp"
#include "integration/text/folding.hpp"

namespace ashby {
namespace {

constexpr std::size_t kMostPeople = 20;
constexpr std::size_t kUuidSize = 36;

bool fits(const PersonQuery& query, const HireSummary& hire) {
  if (query.isAddress()) return query.fitsAddress(hire.personalEmail);
  return query.fitsName(hire.sourceName) ||
         query.fitsName(std::string(hire.firstName).append(" ").append(hire.lastName));
}

std::string shownName(const HireSummary& hire) {
  if (!hire.sourceName.empty()) return std::string(hire.sourceName);
  std::string name(hire.firstName);
  if (!hire.lastName.empty()) name.append(name.empty() ? "" : " ").append(hire.lastName);
  return name;
}

// Where the source tells no address of somebody whom it found by one, it is believed.
bool fits(const PersonQuery& query, const SourcePerson& person) {
  if (!query.isAddress()) return query.fitsName(person.name);
  return person.emails.empty() || std::ranges::any_of(person.emails, [&](const std::string& email) {
           return query.fitsAddress(email);
         });
}

void search(HireSource& source, const PersonQuery& query, const std::string& text, FittingPeople& fitting) {
  FoundPeople found = query.isAddress() ? source.findByEmail(text) : source.findByName(text);
  fitting.error = std::move(found.error);
  for (SourcePerson& person : found.people) {
    if (fitting.people.size() == kMostPeople || !fits(query, person)) continue;
    std::erase_if(person.applicationIds, [](const std::string& id) { return !isId(id); });
    fitting.people.push_back({std::move(person.name), std::move(person.applicationIds)});
  }
}

}  // namespace

PersonQuery::PersonQuery(std::string text) : text_(std::move(text)) {
  if (text_.find('@') != std::string::npos)
    address_ = integration::caseFolded(text_);
  else
    words_ = integration::foldedWords(text_);
}

bool PersonQuery::isApplication() const {
  return isId(text_) && text_.size() == kUuidSize && std::count(text_.begin(), text_.end(), '-') == 4;
}

bool PersonQuery::fitsName(std::string_view name) const {
  return integration::hasWords(integration::foldedWords(name), words_);
}

bool PersonQuery::fitsAddress(std::string_view address) const {
  return !address_.empty() && integration::caseFolded(address) == address_;
}

std::string PersonQuery::longestWord() const {
  std::string longest, word;
  for (const char c : text_ + " ") {
    if (c != ' ' && c != ',' && c != '\t') {
      word += c;
      continue;
    }
    if (word.size() > longest.size()) longest = word;
    word.clear();
  }
  return longest;
}

std::vector<FoundPerson> peopleHere(integration::Store& store, const PersonQuery& query) {
  std::vector<FoundPerson> found;
  HireSummaryReader reader;
  for (const HireState state :
       {HireState::staged, HireState::promoted, HireState::discarded, HireState::withdrawn}) {
    integration::Range range = integration::Range::prefix(keys::hires(state));
    for (bool more = true; more && found.size() < kMostPeople;) {
      const integration::Page page = store.scan(range);
      more = page.more;
      if (more) range.from = page.entries.back().key + '\0';
      for (const integration::Entry& entry : page.entries)
        if (const HireSummary hire = reader.read(entry); found.size() < kMostPeople && fits(query, hire))
          found.push_back({shownName(hire), {std::string(hire.applicationId)}});
    }
  }
  return found;
}

FittingPeople peopleInSource(HireSource& source, const PersonQuery& query) {
  FittingPeople fitting;
  search(source, query, query.text(), fitting);
  // "Díaz, Íris" is part of no name, Díaz is.
  const std::string word = query.longestWord();
  if (fitting.people.empty() && !query.isAddress() && !word.empty() && word != query.text())
    search(source, query, word, fitting);
  return fitting;
}

}  // namespace ashby
