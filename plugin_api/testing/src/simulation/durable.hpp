// The state that survives every process: the store with its wake, the members, the secrets, the notices.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "integration/testing/fake_members.hpp"
#include "integration/testing/fake_store.hpp"
#include "integration/testing/fake_tools.hpp"

namespace integration::simulation {

struct Durable {
  // The value that is valid now, and for a day after a rotation the one before.
  struct Secret {
    std::string newest, previous;
    std::int64_t previousUntil = 0;
  };

  test::FakeStore store;
  test::FakeMembers members;
  test::FakeLists lists;
  test::FakeNotices notices;
  std::map<std::string, Secret> secrets;
  // Whether the plugin is called; `interrupted`: not called, and the last enable or disable did not end.
  enum class Enablement { disabled, interrupted, enabling, enabled };
  Enablement enablement = Enablement::disabled;
  std::int64_t wakeAt = 0;      // when work is due, 0 = never
  std::int64_t askedSince = 0;  // the earliest that commits asked for since work was last begun

  std::vector<std::string> valid(const std::string& secret, std::int64_t now) const;
  void wake(std::int64_t at);
  bool isDisabled() const {
    return enablement == Enablement::disabled || enablement == Enablement::interrupted;
  }
  static std::int64_t earlier(std::int64_t a, std::int64_t b) {
    return a == 0 ? b : b == 0 ? a : std::min(a, b);
  }
  // The same for the same contents.
  std::uint64_t digest() const;
};

}  // namespace integration::simulation
