// Messages about the action before this page. The page's address carries only a key, so that nobody can make
// a link with another message.
#pragma once

#include <string>

namespace host_stub {

// "" for a word that isn't known.
std::string sentenceOf(const std::string& done);

}  // namespace host_stub
