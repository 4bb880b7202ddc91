// A whole host in memory, for one connection.
//
// Testing a plugin's logic directly:        Testing the shared library through the ABI (with the host kit):
//   FakeHost host;                            FakeHost host;
//   FakeCall call(host, CallKind::enable);    auto instance = PluginInstance::create(library, config);
//   plugin.enable(call);                      instance->enable({.services = host.services()});
#pragma once

#include <memory>
#include <string>

#include "integration/call.hpp"
#include "integration/testing/fake_http.hpp"
#include "integration/testing/fake_members.hpp"
#include "integration/testing/fake_store.hpp"
#include "integration/testing/fake_tools.hpp"

namespace integration::test {

struct FakeHost {
  FakeStore store;
  FakeHttp http;
  FakeSecrets secrets;
  FakeMembers members;
  ManualClock clock;
  SeededRandom random;
  RecordingLog log;
  FakeWake wake;
  FakeLists lists;
  FakeNotices notices;

  Services services();
};

class CheckedServices;

// A call as an entry of this kind gets it: services that the entry may not use answer failedPrecondition,
// those that are null in `services` answer unimplemented, and all but the log answer deadlineExceeded once
// the clock of `services` is behind deadlineAt (Unix ms, 0 = never).
class FakeCall final : public Call {
 public:
  FakeCall(FakeHost& host, CallKind kind);
  FakeCall(const Services& services, CallKind kind);
  ~FakeCall() override;

  CallKind kind() const override { return kind_; }
  std::int64_t deadline() const override { return deadlineAt; }
  std::string_view actor() const override { return actorId; }
  bool cancelled() const override { return isCancelled; }

  std::int64_t deadlineAt = 0;
  std::string actorId;
  bool isCancelled = false;

 private:
  CallKind kind_;
  std::unique_ptr<CheckedServices> checked_;
};

}  // namespace integration::test
