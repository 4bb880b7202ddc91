#pragma once

#include <cstdint>
#include <string>

#include "world/json.hpp"

namespace ashby_simulator {

/// The only source of randomness in a world: the same seed gives the same ids (splitmix64).
class IdGenerator {
 public:
  explicit IdGenerator(std::uint64_t seed) : state_(seed) {}

  std::string uuid();

  /// Returns an id like a ULID, as Ashby's request ids are.
  std::string requestId(Millis now);

  /// Returns an API key of 64 hexadecimal digits.
  std::string apiKey();

  std::uint64_t below(std::uint64_t bound) { return next() % bound; }

 private:
  std::uint64_t next();

  std::uint64_t state_;
};

bool isUuid(const std::string& text);

}  // namespace ashby_simulator
