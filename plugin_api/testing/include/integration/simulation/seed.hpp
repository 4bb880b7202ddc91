// The seed that all chance of a simulated run comes from.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>

namespace integration::simulation {

// Throws that are given, not thrown: by the purpose of their prng, then by how many throws came before. For
// whoever searches among runs instead of throwing them, such as a fuzzer.
using ChosenValues = std::map<std::string, std::map<std::uint64_t, std::uint64_t>, std::less<>>;

struct Seed {
  Seed(std::uint64_t seedNumber, std::shared_ptr<const ChosenValues> givenThrows = nullptr)
      : number(seedNumber), given(std::move(givenThrows)) {}

  std::uint64_t number;
  std::shared_ptr<const ChosenValues> given;  // null: none
};

}  // namespace integration::simulation
