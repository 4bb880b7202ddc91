// Damages of a file that nobody looks after.
#pragma once

#include <random>
#include <string>

namespace host_data_test {

enum class Damage { bitsFlipped, bytesOverwritten, cut, pageZeroed, pagesSwapped, pageDoubled };
constexpr int kDamages = 6;
const char* nameOf(Damage damage);

// Gives bytes that aren't those that it is given, wherever that is possible.
std::string damaged(const std::string& bytes, Damage damage, std::size_t pageSize, std::mt19937_64& random);

}  // namespace host_data_test
