#include "connection/settings.hpp"

#include "integration/time.hpp"

namespace ashby {

std::int64_t Settings::countsFrom() const {
  const auto date = importFrom ? integration::parseDate(*importFrom) : std::nullopt;
  return date ? integration::startOfDay(*date) : firstEnabledAt;
}

}  // namespace ashby
