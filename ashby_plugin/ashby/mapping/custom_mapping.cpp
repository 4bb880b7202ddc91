#include <algorithm>

#include "ashby/mapping/custom_value.hpp"
#include "ashby/mapping/field_readers.hpp"
#include "ashby/mapping/hire_mapping.hpp"
#include "ashby/mapping/mapping_steps.hpp"
#include "ashby/mapping/name_sources.hpp"
#include "ashby/mapping/offer_choice.hpp"
#include "fields/fields.hpp"

namespace ashby {
namespace {

using Fields = std::vector<CustomField>;

const Fields* fieldsOf(const HireFacts& facts, const std::string& owner) {
  if (owner == "candidate") return &facts.candidate.customFields;
  if (owner == "application") return &facts.application.customFields;
  if (owner == "job") return facts.job ? &facts.job->customFields : nullptr;
  const OfferVersion* version = agreedVersion(facts.offers);
  return version != nullptr ? &version->customFields : nullptr;
}

// source: "offer:<id>". Absent if the hire has no such field.
CustomValue valueOf(const HireFacts& facts, const std::string& source) {
  const std::size_t colon = source.find(':');
  const Fields* fields = fieldsOf(facts, source.substr(0, colon));
  const std::string id = source.substr(colon + 1);
  if (fields != nullptr)
    for (const CustomField& field : *fields)
      if (field.id == id)
        return readCustomValue(field.value.value_or(integration::RawJson{}),
                               field.valueLabel.value_or(integration::RawJson{}));
  return {};
}

bool isFlagged(const std::string& field, const MappedHire& hire) {
  return std::any_of(hire.issues.begin(), hire.issues.end(),
                     [&](const auto& issue) { return issue.path == field; });
}

// A gap that the mapping leaves. An admin's default fills a period that no source tells.
void noteMissing(const std::string& field, const std::vector<std::string>& sources,
                 const ImportSettings& choices, MappedHire& hire) {
  if (field == "salaryPeriod" && choices.payPeriod) return;
  const bool offers = std::all_of(sources.begin(), sources.end(),
                                  [](const std::string& source) { return source.starts_with("offer:"); });
  std::string message =
      offers
          ? "The custom field that is mapped to it has no value in the accepted offer"
          : "The custom field that is mapped to it has no value, or is a private field and the API key lacks "
            "\"Allow access to non-offer private fields?\"";
  if (isLocked(field)) message += ". This field is always needed: fill it in";
  hire.note(field.c_str(), "missing", std::move(message));
}

// Takes the first source with a value. A value that can't be read counts, too: the next source might say
// something else, which would be changed in silence. Blank through a mapping is always an issue.
void mapField(const std::string& field, const std::vector<std::string>& sources, const HireFacts& facts,
              const ImportSettings& choices, FieldReaders& readers, MappedHire& hire) {
  const Text own = fieldOf(hire.fields, field);
  for (const std::string& source : sources) {
    if (source == "ashby") {
      if (own) return;
      continue;
    }
    const CustomValue value = valueOf(facts, source);
    if (value.state != CustomValue::State::absent) return readers.read(field, value);
  }
  if (std::find(sources.begin(), sources.end(), "ashby") == sources.end()) {
    setField(hire.fields, field, std::nullopt);
    forgetIssues(field, hire);
  }
  if (!isFlagged(field, hire)) noteMissing(field, sources, choices, hire);
}

}  // namespace

void mapCustomFields(const HireFacts& facts, const ImportSettings& choices, MappedHire& hire) {
  mapNameSources(
      choices, [&](const std::string& source) { return valueOf(facts, source).text; }, hire);
  FieldReaders readers(choices, hire);
  for (const auto& [field, sources] : choices.sources)
    if (!isNameSource(field)) mapField(field, sources, facts, choices, readers, hire);
  readers.compareUnits();
}

std::map<std::string, bool> mappedPresence(const HireFacts& facts, const ImportSettings& choices) {
  std::map<std::string, bool> presence;
  for (const auto& [field, sources] : choices.sources) {
    if (!choices.isOn(field)) continue;
    bool isMapped = false, isShown = true, isThere = false;
    for (const std::string& source : sources) {
      const std::size_t colon = source.find(':');
      if (colon == std::string::npos) continue;
      isMapped = true;
      isShown &= fieldsOf(facts, source.substr(0, colon)) != nullptr;
      isThere |= valueOf(facts, source).state != CustomValue::State::absent;
    }
    if (isThere || (isMapped && isShown)) presence[field] = isThere;
  }
  return presence;
}

}  // namespace ashby
