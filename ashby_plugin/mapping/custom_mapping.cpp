#include <algorithm>

#include "mapping/amount.hpp"
#include "mapping/custom_value.hpp"
#include "mapping/fields.hpp"
#include "mapping/offer_choice.hpp"
#include "mapping/parts.hpp"
#include "mapping/pay_period.hpp"
#include "mapping/start_date.hpp"

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

// source: "offer:<id>". Nothing where the hire has no such value.
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

void forgetIssues(const std::string& path, MappedHire& hire) {
  std::erase_if(hire.issues, [&](const auto& issue) { return issue.path == path; });
}

void invalid(const std::string& field, const char* message, MappedHire& hire) {
  hire.issues.push_back({field, "invalid", message});
}

// What a field wants of a value: a day, an amount with the currency that came with it, one of the periods.
void place(const std::string& field, const CustomValue& value, MappedHire& hire) {
  forgetIssues(field, hire);
  if (field == "employmentStartDate") {
    StartDate start = readStartDate(*value.text);
    hire.fields.employmentStartDate = std::move(start.date);
    hire.issues.insert(hire.issues.end(), start.issues.begin(), start.issues.end());
  } else if (field.ends_with("Amount")) {
    const Text amount = plainDecimal(*value.text);
    setField(hire.fields, field, amount);
    if (!amount) invalid(field, "The custom field's value is no amount", hire);
    const std::string currency =
        field.substr(0, field.size() - std::string_view("Amount").size()) + "Currency";
    if (value.currency) {
      setField(hire.fields, currency, value.currency);
      forgetIssues(currency, hire);
    }
    if (field == "salaryAmount" && value.period) hire.fields.salaryPeriod = value.period;
  } else if (field == "salaryPeriod") {
    hire.fields.salaryPeriod = payPeriod(*value.text);
    if (!hire.fields.salaryPeriod)
      invalid(field, "The custom field's value is no period that is known", hire);
  } else {
    setField(hire.fields, field, value.text);
  }
}

}  // namespace

void mapCustomFields(const HireFacts& facts, const Choices& choices, MappedHire& hire) {
  for (const auto& [field, sources] : choices.sources) {
    const Text own = fieldOf(hire.fields, field);
    bool filled = false;
    for (const std::string& source : sources) {
      if (source == "ashby") {
        filled = own.has_value();
      } else if (const CustomValue value = valueOf(facts, source); !blank(value.text)) {
        place(field, value, hire);
        filled = true;
      }
      if (filled) break;
    }
    const bool ownCounts = std::find(sources.begin(), sources.end(), "ashby") != sources.end();
    if (!filled && !ownCounts) setField(hire.fields, field, std::nullopt);
  }
}

}  // namespace ashby
