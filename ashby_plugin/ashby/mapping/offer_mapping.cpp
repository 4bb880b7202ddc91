#include <algorithm>

#include "ashby/mapping/mapping_steps.hpp"
#include "ashby/mapping/offer_choice.hpp"
#include "fields/amount.hpp"
#include "fields/fields.hpp"
#include "fields/money.hpp"
#include "fields/start_date.hpp"

namespace ashby {

using integration::HireFields;
using integration::Issue;

namespace {

void mapStartDate(const OfferVersion& version, MappedHire& hire) {
  if (blank(version.startDate))
    return hire.note("employmentStartDate", "missing", "The offer has no start date");
  StartDate start = readStartDate(*version.startDate);
  hire.fields.employmentStartDate = std::move(start.date);
  hire.issues.insert(hire.issues.end(), start.issues.begin(), start.issues.end());
}

void mapSalary(const OfferVersion& version, MappedHire& hire) {
  if (version.salary && version.salary->value) {
    hire.fields.salaryAmount = plainDecimal(version.salary->value->text);
    if (!hire.fields.salaryAmount) hire.note("salaryAmount", "invalid", "The offer's salary is no amount");
  } else {
    hire.note("salaryAmount", "missing", "The offer has no salary");
  }
  if (version.salary) hire.fields.salaryCurrency = tidied(version.salary->currencyCode);
}

// Why nothing of the offers is taken.
struct NoTerms {
  const char* code = "missing";
  std::string why;
  bool areOpen = true;  // what was read before may still hold
};

NoTerms noTerms(const HireFacts& facts, const Offer* accepted) {
  if (accepted != nullptr) {
    const OfferVersion* newest = newestVersion(*accepted);
    if (newest == nullptr) return {"missing", "Ashby shows no terms of the offer that was accepted", true};
    return {"uncertain",
            "No version of the accepted offer is approved (" +
                newest->approvalStatus.value_or("its approval can't be read") + "): none is taken",
            true};
  }
  for (const Offer& offer : facts.offers)
    if (contradictsItself(offer))
      return {"uncertain",
              "Ashby contradicts itself about an offer, which is not taken: its acceptance is " +
                  *offer.acceptanceStatus + ", its status " + *offer.offerStatus,
              true};
  const bool isUnread = std::ranges::find(facts.leftOut, "offers") != facts.leftOut.end();
  if (isUnread) return {"missing", "Ashby's offers can't be read", true};
  if (facts.offers.empty()) return {"missing", "Ashby holds no offer for this hire", false};
  return {"missing", "No offer of this hire is accepted yet", false};
}

}  // namespace

void mapOffer(const HireFacts& facts, MappedHire& hire) {
  const Offer* offer = acceptedOffer(facts.offers);
  const OfferVersion* version = offer != nullptr ? agreedVersion(*offer) : nullptr;
  if (offer != nullptr) hire.source.offerId = offer->id;
  if (version != nullptr) {
    mapStartDate(*version, hire);
    mapSalary(*version, hire);
    for (const FileHandle& file : version->fileHandles)
      if (file.id && file.name) hire.files.push_back({*file.id, *file.name});
    return;
  }
  const NoTerms none = noTerms(facts, offer);
  hire.termsAreOpen = none.areOpen;
  for (const char* path : {"employmentStartDate", "salaryAmount", "salaryCurrency"})
    hire.note(path, none.code, none.why);
}

void checkMoney(const ImportSettings& choices, MappedHire& hire) {
  HireFields& fields = hire.fields;
  if (fields.salaryAmount && !fields.salaryPeriod) fields.salaryPeriod = choices.payPeriod;
  struct Sum {
    const char *amountPath, *currencyPath;
    Text &amount, &currency;
    const Text period;
  };
  // A bonus or a signing bonus is paid once, or by rules of its own.
  for (const Sum& sum :
       {Sum{"salaryAmount", "salaryCurrency", fields.salaryAmount, fields.salaryCurrency,
            fields.salaryPeriod},
        Sum{"bonusAmount", "bonusCurrency", fields.bonusAmount, fields.bonusCurrency, "once"},
        Sum{"signingBonusAmount", "signingBonusCurrency", fields.signingBonusAmount,
            fields.signingBonusCurrency, "once"}}) {
    for (Issue& issue : moneyIssues(sum.amountPath, sum.currencyPath, sum.amount, sum.currency, sum.period)) {
      const bool known = std::any_of(hire.issues.begin(), hire.issues.end(),
                                     [&](const Issue& other) { return other.path == issue.path; });
      if (issue.path == sum.currencyPath && issue.code == "invalid") sum.currency.reset();
      if (!known) hire.issues.push_back(std::move(issue));
    }
  }
}

}  // namespace ashby
