#include "ashby/mapping/custom_value.hpp"

#include <algorithm>

#include "fields/amount.hpp"
#include "fields/clean_text.hpp"
#include "fields/pay_period.hpp"
#include "integration/json.hpp"
#include "json/read_json.hpp"

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

bool isRange(const Json& object) {
  return object.contains("minValue") || object.contains("maxValue");
}

// Whether nothing was filled in. A mere description of a value counts as nothing.
bool isBlank(const Json& json) {
  if (json.is_null()) return true;
  if (json.is_string()) return !stringOf(json);
  if (json.is_array()) return std::all_of(json.begin(), json.end(), isBlank);
  if (!json.is_object()) return false;
  const auto describes = [](const std::string& name) {
    return name == "type" || name == "currencyCode" || name == "interval";
  };
  for (const auto& [name, one] : json.items())
    if (!describes(name) && !isBlank(one)) return false;
  return true;
}

// number-range and compensation-range.
Text rangeOf(const Json& range) {
  const Text least = numberOf(member(range, "minValue")), most = numberOf(member(range, "maxValue"));
  if (!least && !most) return std::nullopt;
  const Text currency = stringOf(member(range, "currencyCode"));
  return (least && most ? (least == most ? *least : *least + " to " + *most)
          : least       ? "from " + *least
                        : "up to " + *most) +
         (currency ? " " + *currency : "");
}

// The texts that are there, joined.
Text joined(std::initializer_list<Text> texts, const char* between) {
  std::string all;
  for (const Text& text : texts)
    if (text) all += (all.empty() ? "" : between) + *text;
  return nonEmpty(std::move(all));
}

// Returns the name of a user, a list's entry or a place. Places are also told as {country, region, city}.
Text nameOf(const Json& object) {
  for (const char* name : {"name", "title", "label", "locationSummary"})
    if (Text text = stringOf(member(object, name))) return text;
  const auto text = [&](const char* name) { return stringOf(member(object, name)); };
  if (Text person = joined({text("firstName"), text("lastName")}, " ")) return person;
  return joined({text("city"), text("region"), text("country")}, ", ");
}

Text textOf(const Json& json);

// Null if one of its values can't be read: the others alone would be another list.
Text listOf(const Json& list) {
  std::string all;
  for (const Json& one : list) {
    if (isBlank(one)) continue;
    const Text text = textOf(one);
    if (!text) return std::nullopt;
    all += (all.empty() ? "" : ", ") + *text;
  }
  return nonEmpty(std::move(all));
}

// Null if nobody could read it; a bare id stands for something that isn't told here.
Text textOf(const Json& json) {
  if (json.is_boolean()) return json.get<bool>() ? "Yes" : "No";
  if (json.is_object()) return isRange(json) ? rangeOf(json) : nameOf(json);
  if (json.is_array()) return listOf(json);
  if (!json.is_string()) return numberOf(json);
  const Text text = stringOf(json);
  return text && isUuid(*text) ? std::nullopt : text;
}

// {value, currencyCode} and ranges. A range whose ends are the same is an amount.
void readPay(const Json& pay, CustomValue& read) {
  const bool range = isRange(pay), money = !range && pay.contains("currencyCode");
  const Text least = numberOf(member(pay, range ? "minValue" : "value")),
             most = range ? numberOf(member(pay, "maxValue")) : least;
  if (money) read.text = least;
  if (!read.text) return;
  if (const Text interval = stringOf(member(pay, "interval"))) read.period = payPeriod(*interval);
  if (!range && !money) return;
  if (least == most) read.amount = least;
  read.currency = stringOf(member(pay, "currencyCode"));
}

}  // namespace

CustomValue readCustomValue(const integration::RawJson& value, const integration::RawJson& valueLabel) {
  const Json json = readJson(value.text, "a custom field's value"),
             label = readJson(valueLabel.text, "a custom field's label");
  CustomValue read;
  const bool labelled = !isBlank(label);
  read.text = textOf(labelled ? label : json);
  if (!labelled && json.is_object())
    readPay(json, read);
  else if (read.text)
    read.period = payPeriod(*read.text);
  if (!labelled && json.is_string() && !read.text) read.id = stringOf(json);
  const bool absent = !labelled && isBlank(json);
  read.state = read.text ? CustomValue::State::readable
               : absent  ? CustomValue::State::absent
                         : CustomValue::State::unreadable;
  return read;
}

}  // namespace ashby
