// The only source of chance in a simulated run: the same seed gives the same throws on every machine.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "integration/simulation/seed.hpp"

namespace integration::simulation {

// splitmix64. Not thread-safe.
class Prng {
 public:
  explicit Prng(std::uint64_t seed) : state_(seed) {}
  // A stream of its own: what one user of chance throws doesn't shift what another one throws.
  Prng(const Seed& seed, std::string_view purpose) : state_(seed.number) {
    for (const char c : purpose) state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    next();
    if (!seed.given) return;
    const auto mine = seed.given->find(purpose);
    if (mine != seed.given->end()) given_ = {seed.given, &mine->second};
  }

  std::uint64_t next() {
    const std::uint64_t thrown = throwOne();
    if (!given_) return thrown;
    const auto given = given_->find(throws_++);
    return given == given_->end() ? thrown : given->second;
  }
  // From 0 to bound - 1. REQUIRES: bound > 0.
  std::size_t below(std::uint64_t bound) { return static_cast<std::size_t>(next() % bound); }
  // From least to most, both included.
  std::int64_t between(std::int64_t least, std::int64_t most) {
    return least + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(most - least + 1));
  }
  bool chance(unsigned perThousand) { return next() % 1000 < perThousand; }

  template <class T>
  const T& oneOf(const std::vector<T>& things) {
    return things[below(things.size())];
  }

 private:
  std::uint64_t throwOne() {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }

  std::uint64_t state_;
  std::shared_ptr<const ChosenValues::mapped_type> given_;
  std::uint64_t throws_ = 0;  // counted where some are given
};

}  // namespace integration::simulation
