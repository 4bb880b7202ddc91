#include "hires/records/matching.hpp"

#include <algorithm>
#include <set>

#include "fields/phone.hpp"
#include "hires/records/hire_repository.hpp"
#include "integration/crypto/hash.hpp"
#include "integration/crypto/hex.hpp"
#include "integration/text/email_address.hpp"
#include "integration/text/folding.hpp"

namespace ashby {
namespace {

using integration::MatchQuery;
using integration::Op;
using integration::PossibleDuplicate;

struct Kind {
  const char* folder;
  const char* kind;
  const char* message;
};
constexpr Kind kEmail{"match/email/", "same_email", "Another new hire has the same e-mail address"};
constexpr Kind kNameAndStart{"match/name/", "same_name_and_start",
                             "Another new hire has the same name and starts on the same day"};
constexpr Kind kPhone{"match/phone/", "same_phone", "Another new hire has the same phone number"};
constexpr Kind kCandidate{"match/candidate/", "same_candidate", "Another new hire is the same candidate"};

constexpr std::uint32_t kMostMatches = 20;  // of each kind

std::string hashed(const std::string& text) {
  const integration::Digest digest = integration::sha256(text);
  return integration::toHex(std::span(digest).first(16));
}

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return text;
}

// The name as it is compared: whatever case, accents and signs.
std::string comparableName(const integration::HireFields& fields) {
  std::string name;
  for (const std::string& word : integration::foldedWords(*fields.firstName + " " + *fields.lastName))
    name += (name.empty() ? "" : " ") + word;
  return name;
}

struct Trait {
  const Kind* kind;
  std::string folder;  // the prefix of the keys of all who share it
};

Trait trait(const Kind& kind, const std::string& value) {
  return {&kind, kind.folder + hashed(value) + "/"};
}

std::vector<Trait> traitsOf(const integration::HireFields& fields, std::vector<std::string> emails,
                            const Text& candidateId) {
  std::vector<Trait> traits;
  if (fields.personalEmail) emails.push_back(*fields.personalEmail);
  std::set<std::string> each;
  for (const std::string& email : emails)
    if (auto mine = integration::text::comparableEmail(email); !mine.empty() && each.insert(mine).second)
      traits.push_back(trait(kEmail, mine));
  if (fields.firstName && fields.lastName && fields.employmentStartDate)
    traits.push_back(trait(kNameAndStart, comparableName(fields) + " " + *fields.employmentStartDate));
  if (fields.personalPhoneNumber) {
    std::string digits;
    for (const char c : comparablePhone(*fields.personalPhoneNumber, std::nullopt))
      if (c >= '0' && c <= '9') digits += c;
    if (digits.size() >= 7) traits.push_back(trait(kPhone, digits));
  }
  if (candidateId) traits.push_back(trait(kCandidate, *candidateId));
  return traits;
}

std::set<std::string> keysOf(const HireDocument* document) {
  std::set<std::string> keys;
  if (document == nullptr) return keys;
  for (const Trait& trait : traitsOf(document->fields, document->emails, document->source.candidateId))
    keys.insert(trait.folder + document->id);
  return keys;
}

// The key that the hire's name had before accents and signs were left out of it; "" if it had the same one.
std::string earlierNameKey(const HireDocument* document) {
  if (document == nullptr) return "";
  const integration::HireFields& fields = document->fields;
  if (!fields.firstName || !fields.lastName || !fields.employmentStartDate) return "";
  const std::string earlier = lower(*fields.firstName + " " + *fields.lastName);
  if (earlier == comparableName(fields)) return "";
  return trait(kNameAndStart, earlier + " " + *fields.employmentStartDate).folder + document->id;
}

std::vector<std::string> hiresUnder(integration::Store& store, const std::string& folder) {
  integration::Range range = integration::Range::prefix(folder);
  range.limit = kMostMatches;
  std::vector<std::string> ids;
  for (const integration::Entry& entry : store.scan(range).entries)
    ids.push_back(entry.key.substr(folder.size()));
  return ids;
}

std::vector<PossibleDuplicate> sharing(integration::Store& store, const std::vector<Trait>& traits,
                                       const std::string& except) {
  std::vector<PossibleDuplicate> found;
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto& [kind, folder] : traits)
    for (const std::string& id : hiresUnder(store, folder))
      if (id != except && seen.insert({kind->kind, id}).second)
        found.push_back({kind->kind, std::nullopt, id, std::nullopt, kind->message});
  return found;
}

}  // namespace

void reindex(std::vector<Op>& ops, const HireDocument* before, const HireDocument* after) {
  const std::set<std::string> old = keysOf(before), now = keysOf(after);
  for (const std::string& key : old)
    if (!now.contains(key)) ops.push_back(Op::remove(key));
  // A hire that was indexed by the earlier key alone gets today's at the next change.
  const std::string earlier = earlierNameKey(before);
  if (!earlier.empty() && !now.contains(earlier)) ops.push_back(Op::remove(earlier));
  for (const std::string& key : now)
    if (!old.contains(key) || (!earlier.empty() && key.starts_with(kNameAndStart.folder)))
      ops.push_back(Op::put(key, std::to_string(kSchema)));
}

std::vector<PossibleDuplicate> duplicatesOf(integration::Store& store, const HireDocument& document,
                                            const std::string& sourceName) {
  std::vector<PossibleDuplicate> found =
      sharing(store, traitsOf(document.fields, document.emails, document.source.candidateId), document.id);
  for (PossibleDuplicate& one : found)
    if (one.kind == kCandidate.kind)
      one.message += " in " + sourceName + ", hired through another application";
  return found;
}

integration::Matches answerMatch(integration::Call& call, const MatchQuery& query) {
  integration::Matches matches;
  const HeldIdentity same = findIdentity(call.store(), query.sourceId);
  if (same.identity && !same.identity->hireId.empty() && !same.is(HireStatus::ignored))
    matches.data.push_back({"same_application", std::nullopt, same.identity->hireId, std::nullopt,
                            "Another connection holds the same application"});
  for (auto& found : sharing(call.store(), traitsOf(query.fields, query.emails, std::nullopt),
                             same.identity ? same.identity->hireId : std::string()))
    matches.data.push_back(std::move(found));
  return matches;
}

std::vector<std::string> hiresOfCandidate(integration::Store& store, const std::string& candidateId) {
  return hiresUnder(store, trait(kCandidate, candidateId).folder);
}

}  // namespace ashby
