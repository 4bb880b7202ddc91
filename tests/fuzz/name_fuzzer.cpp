// Names of any bytes: no word is lost or doubled, what is said is UTF-8, and the same name is split alike.
#include "ashby_plugin/support/name_words.hpp"
#include "fuzzer.hpp"

void fuzz(std::string_view bytes) {
  const std::string name(bytes);
  const std::string fault = ashby::test::faultOf(name);
  fuzzing::mustHold(fault.empty(), "every word of a name is in one of its parts", fault);
  fuzzing::mustHold(
      ashby::test::allPartsOf(ashby::splitName(name)) == ashby::test::allPartsOf(ashby::splitName(name)),
      "the same name is split alike", name);
}
