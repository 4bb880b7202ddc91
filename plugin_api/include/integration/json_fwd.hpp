// The name of the JSON tree, for headers that needn't know more.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace integration {
namespace detail {

template <class T>
struct JsonAllocator;

}  // namespace detail

// nlohmann::ordered_json, with memory of its own: see detail/json_memory.hpp.
using Json = nlohmann::basic_json<nlohmann::ordered_map, std::vector, std::string, bool, std::int64_t,
                                  std::uint64_t, double, detail::JsonAllocator>;

}  // namespace integration
