#include "hires/importing/kept_terms.hpp"

#include <algorithm>

#include "fields/fields.hpp"

namespace ashby {
namespace {

void tellThatItIsKept(const std::string& field, const std::string& sourceName, MappedHire& mapped) {
  std::erase_if(mapped.issues,
                [&](const auto& issue) { return issue.path == field && issue.code == "missing"; });
  const bool isTold =
      std::ranges::any_of(mapped.issues, [&](const auto& issue) { return issue.path == field; });
  if (!isTold)
    mapped.note(field.c_str(), "uncertain",
                sourceName + " shows no agreed terms of the offer now: what it said before is kept");
}

}  // namespace

void keepTerms(const HireDocument& document, const SourceHire& hire, const ImportSettings& choices,
               const std::string& sourceName, MappedHire& mapped) {
  const Text& agreed = document.source.offerId;
  const bool isRevisedNow = !mapped.source.offerId && agreed && hire.hasOpenOffer(*agreed);
  if (!document.fromSource || !(mapped.termsAreOpen || isRevisedNow)) return;
  if (!mapped.source.offerId) mapped.source.offerId = agreed;
  std::vector<std::string> fields = fieldNames();
  for (const auto& [name, value] : document.fromSource->custom)
    fields.push_back(std::string(kCustomPrefix) + name);
  for (const std::string& field : fields) {
    const Text before = fieldOf(*document.fromSource, field);
    const bool isOff = !choices.isOn(field);
    if (isOff || !before || fieldOf(mapped.fields, field) || !hire.isFedByOffer(field, choices)) continue;
    setField(mapped.fields, field, before);
    tellThatItIsKept(field, sourceName, mapped);
  }
}

}  // namespace ashby
