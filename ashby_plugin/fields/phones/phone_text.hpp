// Tells a phone number from what else people write beside it. One group of signs, digits and separators is
// the number. A word and a bracket that no digit follows are a remark. So are the digits that belong to them,
// which never become digits of the number. If it isn't clear which digits are the number's, nothing is read.
#pragma once

#include <string>
#include <string_view>

#include "integration/new_hire.hpp"

namespace ashby::phones {

using integration::Text;

enum class Doubt {
  none,
  several,  // more than one number
  unclear,  // digits that may belong to the number or not
};

struct PhoneText {
  // In ASCII: "+", digits, brackets and separators. Empty if there are no digits.
  std::string number;
  // The digits behind "x", "ext" or "#".
  Text extension;
  // Whether something else stands there too, apart from words such as "mobile".
  bool remark = false;
  Doubt doubt = Doubt::none;
  // The number without its last digits, if these may be something else ("123456 9-17", "123456/57"). Empty if
  // the number has no such end.
  std::string shorter;
  // Whether these last digits are written in another way than the rest. If so, they are doubtful even if the
  // number can have so many digits.
  bool endsOtherwise = false;
  // The number with its letters in capitals ("+1 800 FLOWERS"), if one word directly behind it is all else.
  std::string withLetters;
};

PhoneText readPhoneText(std::string_view typed);

}  // namespace ashby::phones
