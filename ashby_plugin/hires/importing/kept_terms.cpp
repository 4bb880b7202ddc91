#include "hires/importing/kept_terms.hpp"

#include <algorithm>

#include "ashby/mapping/mapping_steps.hpp"
#include "fields/fields.hpp"

namespace ashby {
namespace {

// Whether the offer that was taken before is open again: neither refused nor withdrawn, and not accepted yet.
bool isRevised(const HireDocument& document, const HireFacts& facts) {
  return document.source.offerId && std::ranges::any_of(facts.offers, [&](const Offer& offer) {
           return offer.id == document.source.offerId && offer.acceptanceStatus != "Declined" &&
                  offer.acceptanceStatus != "Cancelled" && offer.offerStatus != "CandidateRejected" &&
                  offer.offerStatus != "OfferCancelled";
         });
}

void tellThatItIsKept(const std::string& field, MappedHire& mapped) {
  std::erase_if(mapped.issues,
                [&](const auto& issue) { return issue.path == field && issue.code == "missing"; });
  const bool isTold =
      std::ranges::any_of(mapped.issues, [&](const auto& issue) { return issue.path == field; });
  if (!isTold)
    mapped.note(field.c_str(), "uncertain",
                "Ashby shows no agreed terms of the offer now: what it said before is kept");
}

}  // namespace

void keepTerms(const HireDocument& document, const HireFacts& facts, const ImportSettings& choices,
               MappedHire& mapped) {
  const bool isRevisedNow = !mapped.source.offerId && isRevised(document, facts);
  if (!document.fromSource || !(mapped.termsAreOpen || isRevisedNow)) return;
  if (!mapped.source.offerId) mapped.source.offerId = document.source.offerId;
  std::vector<std::string> fields = fieldNames();
  for (const auto& [name, value] : document.fromSource->custom)
    fields.push_back(std::string(kCustomPrefix) + name);
  for (const std::string& field : fields) {
    const Text before = fieldOf(*document.fromSource, field);
    const bool isOff = !choices.isOn(field);
    if (isOff || !before || fieldOf(mapped.fields, field) || !isFedByOffer(field, choices)) continue;
    setField(mapped.fields, field, before);
    tellThatItIsKept(field, mapped);
  }
}

}  // namespace ashby
