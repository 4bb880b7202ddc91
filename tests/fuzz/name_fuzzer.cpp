// Fuzzes names: no word is lost or doubled, a flagged name has another reading, the result is UTF-8, and the
// same name gives the same split. A custom field's part of a name is kept whole or flagged.
#include "ashby/mapping/name_part.hpp"
#include "ashby_plugin/support/name_words.hpp"
#include "fuzzer.hpp"

void fuzz(std::string_view bytes) {
  const std::string name(bytes);
  const std::string fault = ashby::test::faultOf(name);
  fuzzing::mustHold(fault.empty(), "every word of a name is in one of its parts", fault);
  fuzzing::mustHold(
      ashby::test::allPartsOf(ashby::splitName(name)) == ashby::test::allPartsOf(ashby::splitName(name)),
      "the same name is split alike", name);
  for (const char* field : {"firstName", "middleName", "lastName", "preferredName"}) {
    const ashby::NamePart part = ashby::readNamePart(field, name);
    const std::string whole = ashby::names::cleaned(name);
    fuzzing::mustHold(part.text.value_or(whole) == whole, "a part of a name is kept as it is", name);
    fuzzing::mustHold(part.text || whole.empty() || !part.issues.empty(), "a part that is no name is flagged",
                      name);
  }
}
