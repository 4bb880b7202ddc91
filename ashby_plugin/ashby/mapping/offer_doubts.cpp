// Doubts about an offer whose values were taken. An issue at each field that the offer feeds: those
// that Ashby's own offer fills, and those that the admin chose a custom field of the offer for.
#include <algorithm>

#include "ashby/mapping/mapping_steps.hpp"
#include "ashby/mapping/offer_choice.hpp"
#include "fields/fields.hpp"

namespace ashby {
namespace {

std::string termsOf(const Offer& offer) {
  const OfferVersion* version = agreedVersion(offer);
  if (version == nullptr) return "of unknown terms";
  std::string terms = "from " + version->startDate.value_or("an unknown day");
  if (version->salary && version->salary->value)
    terms += ", " + version->salary->value->text + " " + version->salary->currencyCode.value_or("");
  return terms;
}

std::vector<std::string> doubtsAbout(const std::vector<const Offer*>& accepted) {
  std::vector<std::string> doubts;
  const Offer& offer = *accepted.front();
  if (contradictsItself(offer))
    doubts.push_back("Ashby contradicts itself about the offer: its acceptance is " +
                     *offer.acceptanceStatus + ", its status " + *offer.offerStatus);
  const OfferVersion* agreed = agreedVersion(offer);
  const OfferVersion* newest = newestVersion(offer);
  if (agreed != nullptr && newest != agreed)
    doubts.push_back("A newer version of the offer is not approved (" +
                     newest->approvalStatus.value_or("its approval can't be read") +
                     "): the last approved one is taken");
  if (accepted.size() > 1) {
    std::string others;
    for (std::size_t i = 1; i < accepted.size(); ++i)
      others += (others.empty() ? "" : "; ") + termsOf(*accepted[i]);
    doubts.push_back("Several offers are accepted: the newest is taken, not the one " + others);
  }
  return doubts;
}

}  // namespace

bool isFedByOffer(const std::string& field, const ImportSettings& choices) {
  const auto sources = choices.sources.find(field);
  const bool isOwn = field == "employmentStartDate" || field.starts_with("salary");
  if (sources == choices.sources.end()) return isOwn;
  return std::ranges::any_of(sources->second, [&](const std::string& source) {
    return source.starts_with("offer:") || (source == "ashby" && isOwn);
  });
}

void flagOfferDoubts(const HireFacts& facts, const ImportSettings& choices, MappedHire& hire) {
  const auto accepted = acceptedOffers(facts.offers);
  if (accepted.empty()) return;
  const auto doubts = doubtsAbout(accepted);
  if (doubts.empty()) return;
  std::vector<std::string> fields = {"employmentStartDate", "salaryAmount"};
  for (const auto& [field, sources] : choices.sources)
    if (std::ranges::find(fields, field) == fields.end()) fields.push_back(field);
  for (const std::string& field : fields)
    if (isFedByOffer(field, choices))
      for (const std::string& doubt : doubts) hire.note(field.c_str(), "uncertain", doubt);
}

}  // namespace ashby
