#include "host_data/damage/damages.hpp"

#include <algorithm>

namespace host_data_test {

const char* nameOf(Damage damage) {
  switch (damage) {
    case Damage::bitsFlipped:
      return "bits flipped";
    case Damage::bytesOverwritten:
      return "bytes overwritten";
    case Damage::cut:
      return "cut off";
    case Damage::pageZeroed:
      return "a page zeroed";
    case Damage::pagesSwapped:
      return "pages swapped";
    case Damage::pageDoubled:
      break;
  }
  return "a page over another";
}

std::string damaged(const std::string& bytes, Damage damage, std::size_t pageSize, std::mt19937_64& random) {
  std::string out = bytes;
  const std::size_t pages = std::max<std::size_t>(bytes.size() / pageSize, 1);
  const std::size_t one = random() % pages * pageSize, other = random() % pages * pageSize;
  const std::size_t length = std::min(pageSize, bytes.size() - std::max(one, other));
  switch (damage) {
    case Damage::bitsFlipped:
      for (std::size_t i = 0; i < 1 + random() % 8; ++i)
        out[random() % out.size()] ^= static_cast<char>(1 << random() % 8);
      break;
    case Damage::bytesOverwritten: {
      const std::size_t from = random() % out.size();
      const std::size_t count = std::min<std::size_t>(1 + random() % 4096, out.size() - from);
      for (std::size_t i = 0; i < count; ++i) out[from + i] = static_cast<char>(random());
      break;
    }
    case Damage::cut:
      out.resize(random() % 2 == 0 ? one : random() % out.size());
      break;
    case Damage::pageZeroed:
      std::fill_n(out.begin() + static_cast<std::ptrdiff_t>(one), length, '\0');
      break;
    case Damage::pagesSwapped:
      std::swap_ranges(out.begin() + static_cast<std::ptrdiff_t>(one),
                       out.begin() + static_cast<std::ptrdiff_t>(one + length),
                       out.begin() + static_cast<std::ptrdiff_t>(other));
      break;
    case Damage::pageDoubled:
      out.replace(one, length, bytes, other, length);
  }
  return out;
}

}  // namespace host_data_test
