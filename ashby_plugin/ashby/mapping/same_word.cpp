#include "ashby/mapping/same_word.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace ashby {
namespace {

icu::UnicodeString wordForm(std::string_view typed) {
  const icu::UnicodeString folded =
      icu::UnicodeString::fromUTF8(icu::StringPiece(typed.data(), static_cast<std::int32_t>(typed.size())))
          .foldCase();
  icu::UnicodeString form;
  bool afterBlank = false;
  for (std::int32_t at = 0; at < folded.length(); at = folded.moveIndex32(at, 1)) {
    const UChar32 sign = folded.char32At(at);
    if (u_hasBinaryProperty(sign, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) continue;
    if (u_isUWhiteSpace(sign)) {
      afterBlank = true;
      continue;
    }
    if (afterBlank && !form.isEmpty()) form.append(UChar32{' '});
    afterBlank = false;
    form.append(sign);
  }
  return form;
}

}  // namespace

bool isSameWord(std::string_view left, std::string_view right) {
  return wordForm(left) == wordForm(right);
}

}  // namespace ashby
