// Tells whether lists of words are what they were, without keeping them.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

namespace ashby {

// FNV-1a, 64 bits: it tells apart what one company chose, nobody attacks it.
std::string fingerprint(std::initializer_list<const std::vector<std::string>*> lists);

}  // namespace ashby
