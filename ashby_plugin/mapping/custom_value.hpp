// The values of Ashby's custom fields. They carry no type: it shows in their form.
#pragma once

#include "ashby/answers.hpp"
#include "integration/json_values.hpp"

namespace ashby {

// text: what a person reads, null for nothing; of {value, currencyCode} the exact amount, with its currency.
// period: what pay the value speaks of, if any (payPeriod). A range is text ("80000 to 100000 GBP") without a
// currency: it is no amount.
struct CustomValue {
  Text text, currency, period;
};

// `value` and, of select fields, `valueLabel`, which is what people see. True and false read Yes and No, a
// list is joined by commas, timestamps become days as written, a user or a location its name. A bare UUID
// stands for somebody who isn't told here: nothing.
CustomValue readCustomValue(const integration::RawJson& value, const integration::RawJson& valueLabel = {});

}  // namespace ashby
