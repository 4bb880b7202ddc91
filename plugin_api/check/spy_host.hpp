// A host that writes down which service functions are called in which kind of call, and passes them on.
#pragma once

#include <string>
#include <vector>

#include "integration/abi.h"
#include "integration/host/rights.hpp"

namespace integration::check {

struct Use {
  CallKind kind;
  ServiceFunction function;
};

// Offers every service. spied() tells which were used since the process started.
const integration_host& spyHost();
std::vector<Use> spied();

// Offers no service at all.
const integration_host& emptyHost();

}  // namespace integration::check
