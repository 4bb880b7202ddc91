// Random damage to the bytes of a file.
#pragma once

#include <random>
#include <string>

namespace host_data_test {

enum class Damage { bitsFlipped, bytesOverwritten, cut, pageZeroed, pagesSwapped, pageDoubled };
constexpr int kDamages = 6;
const char* nameOf(Damage damage);

// Returns the bytes with random damage of this kind. They may come out unchanged, as when a page swaps with
// itself. pageSize: in bytes.
std::string damaged(const std::string& bytes, Damage damage, std::size_t pageSize, std::mt19937_64& random);

}  // namespace host_data_test
