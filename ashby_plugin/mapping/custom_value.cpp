#include "mapping/custom_value.hpp"

#include <algorithm>

#include "integration/json.hpp"
#include "integration/time.hpp"
#include "mapping/amount.hpp"
#include "mapping/calendar_day.hpp"
#include "mapping/clean_text.hpp"
#include "mapping/pay_period.hpp"

namespace ashby {
namespace {

using integration::Json;

Text nonEmpty(std::string text) {
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

const Json& member(const Json& object, const char* name) {
  static const Json kNull;
  const auto found = object.find(name);
  return found == object.end() ? kNull : *found;
}

Text stringOf(const Json& json) {
  return json.is_string() ? nonEmpty(cleanText(json.get_ref<const std::string&>())) : std::nullopt;
}

bool isUuid(const std::string& text) {
  constexpr std::string_view kForm = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  return text.size() == kForm.size() &&
         std::equal(text.begin(), text.end(), kForm.begin(), [](char c, char form) {
           const bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
           return form == '-' ? c == '-' : hex;
         });
}

Text numberOf(const Json& json) {
  const auto exact = integration::exactNumber(json);
  if (!exact) return stringOf(json);
  const auto plain = plainDecimal(*exact);
  return plain ? plain : exact;
}

Text readableString(const Json& json) {
  const Text text = stringOf(json);
  if (!text || isUuid(*text)) return std::nullopt;
  const auto written = writtenDay(*text);
  const bool day = written && written->timestamp && integration::parseDate(written->day);
  return day ? written->day : text;
}

// number-range and compensation-range.
Text rangeOf(const Json& range) {
  const Text least = numberOf(member(range, "minValue")), most = numberOf(member(range, "maxValue"));
  if (!least && !most) return std::nullopt;
  const Text currency = stringOf(member(range, "currencyCode"));
  return (least && most ? *least + " to " + *most
          : least       ? "from " + *least
                        : "up to " + *most) +
         (currency ? " " + *currency : "");
}

Text nameOf(const Json& object) {
  for (const char* name : {"name", "title", "label", "locationSummary"})
    if (Text text = stringOf(member(object, name))) return text;
  const Text first = stringOf(member(object, "firstName")), last = stringOf(member(object, "lastName"));
  return nonEmpty(first.value_or("") + (first && last ? " " : "") + last.value_or(""));
}

bool isRange(const Json& object) {
  return object.contains("minValue") || object.contains("maxValue");
}

Text textOf(const Json& json) {
  if (json.is_boolean()) return json.get<bool>() ? "Yes" : "No";
  if (json.is_string()) return readableString(json);
  if (json.is_object()) return isRange(json) ? rangeOf(json) : nameOf(json);
  if (!json.is_array()) return numberOf(json);
  std::string joined;
  for (const Json& one : json)
    if (const Text text = textOf(one)) joined += (joined.empty() ? "" : ", ") + *text;
  return nonEmpty(std::move(joined));
}

}  // namespace

CustomValue readCustomValue(const integration::RawJson& value, const integration::RawJson& valueLabel) {
  const Json json = integration::parseJson(value.text, "a custom field's value");
  CustomValue read;
  read.text = textOf(integration::parseJson(valueLabel.text, "a custom field's label"));
  if (read.text) {
    read.period = payPeriod(*read.text);
  } else if (json.is_object()) {
    if (const Text interval = stringOf(member(json, "interval"))) read.period = payPeriod(*interval);
    if (json.contains("currencyCode") && !isRange(json)) {
      read.text = numberOf(member(json, "value"));
      if (read.text) read.currency = stringOf(json.at("currencyCode"));
    } else {
      read.text = textOf(json);
    }
  } else {
    read.text = textOf(json);
    if (read.text) read.period = payPeriod(*read.text);
  }
  return read;
}

}  // namespace ashby
