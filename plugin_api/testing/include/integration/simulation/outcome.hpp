// How a call into the plugin ended, as its caller sees it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "integration/http.hpp"
#include "integration/status.hpp"

namespace integration::simulation {

struct Nothing {};

// lost: the process died under it; whether it happened, the caller can't know.
template <class T>
struct Outcome {
  bool lost = false;
  std::optional<Error> error;
  T value{};

  bool ok() const { return !lost && !error; }
  bool failedWith(Code code) const { return !lost && error && error->code == code; }
};

template <class T>
using Then = std::function<void(const Outcome<T>&)>;

// A delivery that keeps its own text.
struct OwnedWebhook {
  std::string method = "POST";
  std::vector<Header> headers;
  std::string body;
};

}  // namespace integration::simulation
