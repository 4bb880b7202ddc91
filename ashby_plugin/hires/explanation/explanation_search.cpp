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

// Where Ashby tells no address of somebody whom it found by one, it is believed.
bool fits(const PersonQuery& query, const Candidate& candidate) {
  if (!query.isAddress()) return query.fitsName(candidate.name.value_or(""));
  std::vector<ContactInfo> contacts = candidate.emailAddresses;
  if (candidate.primaryEmailAddress) contacts.push_back(*candidate.primaryEmailAddress);
  return contacts.empty() || std::any_of(contacts.begin(), contacts.end(), [&](const ContactInfo& one) {
           return query.fitsAddress(one.value.value_or(""));
         });
}

void search(Client& client, const PersonQuery& query, const std::string& text, AshbyPeople& found) {
  found.answer = client.ask({"candidate.search", {{query.isAddress() ? "email" : "name", text}}});
  if (!found.answer.ok()) return;
  for (const Candidate& candidate : itemsAs<Candidate>(found.answer)) {
    if (found.people.size() == kMostPeople || !fits(query, candidate)) continue;
    FoundPerson person{candidate.name.value_or(""), {}};
    for (const std::string& id : candidate.applicationIds)
      if (isId(id)) person.applicationIds.push_back(id);
    found.people.push_back(std::move(person));
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

AshbyPeople peopleInAshby(Client& client, const PersonQuery& query) {
  AshbyPeople found;
  search(client, query, query.text(), found);
  // "Díaz, Íris" is part of no name, Díaz is.
  const std::string word = query.longestWord();
  if (found.people.empty() && !query.isAddress() && !word.empty() && word != query.text())
    search(client, query, word, found);
  return found;
}

}  // namespace ashby
