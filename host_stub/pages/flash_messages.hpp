// Messages about the action before this page: the address carries a word, so that nothing else can be put
// into its mouth.
#pragma once

#include <string>

namespace host_stub {

// "" for a word that isn't known.
std::string sentenceOf(const std::string& done);

}  // namespace host_stub
