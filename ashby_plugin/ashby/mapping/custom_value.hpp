// The values of Ashby's custom fields. They carry no type: it shows in their form.
#pragma once

#include "ashby/answers/values.hpp"
#include "integration/json_values.hpp"

namespace ashby {

struct CustomValue {
  enum class State {
    absent,      // not among the hire's custom fields, or nothing was filled in
    unreadable,  // something that no person could read: an object of unknown form, a bare id
    readable,    // with a text
  };

  State state = State::absent;
  // The text that a person reads, as it was typed: each field's own reader makes its value of it. Null if not
  // readable.
  Text text;
  // The exact amount of {value, currencyCode}, and of a range whose ends are the same.
  Text amount;
  // The currency that came with an amount or a range.
  Text currency;
  // The pay period that the value speaks of, if any (payPeriod).
  Text period;
  // A bare UUID: of a field of this type, or of an employee who isn't told here.
  Text id;
};

// Reads `value` and, of select fields, `valueLabel`, which is what people see. True and false read Yes and
// No, a list is joined by commas, a user or a location reads its name, a range "80000 to 100000 GBP". Texts
// are trimmed (cleanText), never cut. Throws Failure for broken JSON.
CustomValue readCustomValue(const integration::RawJson& value, const integration::RawJson& valueLabel = {});

}  // namespace ashby
