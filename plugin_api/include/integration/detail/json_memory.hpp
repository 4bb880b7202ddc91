// Where the JSON tree gets its memory from. The library's destructor takes some too: it flattens what it
// destroys into a std::vector. A destructor that finds none ends the program, so that vector has a reserve.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <new>
#include <nlohmann/json.hpp>

#include "integration/json_fwd.hpp"

namespace integration {
namespace detail {

// Of the tree itself. It makes Json a type of ours, which std::allocator may be specialized for.
template <class T>
struct JsonAllocator {
  using value_type = T;

  JsonAllocator() = default;
  template <class U>
  JsonAllocator(const JsonAllocator<U>&) noexcept {}

  T* allocate(std::size_t count) { return static_cast<T*>(::operator new(count * sizeof(T))); }
  void deallocate(T* memory, std::size_t) noexcept { ::operator delete(memory); }
  bool operator==(const JsonAllocator&) const = default;
};

// For as many destructors at once as a host has threads; takes no memory until it is needed.
class JsonReserve {
 public:
  // Null where `size` is too large or too many are at it.
  static void* take(std::size_t size) noexcept {
    for (std::size_t i = 0; size <= kBlock && i < kBlocks; ++i)
      if (!taken_[i].exchange(true)) return &blocks_[i * kBlock];
    return nullptr;
  }
  // False for memory of any other place.
  static bool giveBack(const void* memory) noexcept {
    const auto* const block = static_cast<const std::byte*>(memory);
    const std::less<> before;
    if (before(block, blocks_.data()) || !before(block, blocks_.data() + blocks_.size())) return false;
    taken_[static_cast<std::size_t>(block - blocks_.data()) / kBlock] = false;
    return true;
  }

 private:
  static constexpr std::size_t kBlock = 64 * 1024, kBlocks = 128;

  inline static std::array<std::atomic<bool>, kBlocks> taken_{};
  alignas(std::max_align_t) inline static std::array<std::byte, kBlock * kBlocks> blocks_{};
};

}  // namespace detail
}  // namespace integration

template <>
class std::allocator<integration::Json> {
 public:
  using value_type = integration::Json;

  allocator() = default;
  template <class U>
  allocator(const allocator<U>&) noexcept {}

  value_type* allocate(std::size_t count) {
    const std::size_t size = count * sizeof(value_type);
    void* memory = ::operator new(size, std::nothrow);
    if (memory == nullptr) memory = integration::detail::JsonReserve::take(size);
    if (memory == nullptr) throw std::bad_alloc();
    return static_cast<value_type*>(memory);
  }
  void deallocate(value_type* memory, std::size_t) noexcept {
    if (!integration::detail::JsonReserve::giveBack(memory)) ::operator delete(memory);
  }
  bool operator==(const allocator&) const = default;
};
