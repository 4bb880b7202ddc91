#include "integration/testing/fake_host.hpp"

#include "checked_services.hpp"

namespace integration::test {

Services FakeHost::services() {
  return {&store, &http, &secrets, &members, &clock, &random, &log, &wake, &lists, &notices};
}

FakeCall::FakeCall(FakeHost& host, CallKind kind) : FakeCall(host.services(), kind) {}

FakeCall::FakeCall(const Services& services, CallKind kind)
    : kind_(kind),
      checked_(std::make_unique<CheckedServices>(services, CheckedCall{kind, services.clock, deadlineAt})) {
  services_ = checked_->all();
}

FakeCall::~FakeCall() = default;

}  // namespace integration::test
