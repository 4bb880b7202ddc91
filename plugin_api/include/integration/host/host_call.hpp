// The host's side of one call into a plugin. integration_call points to it while the call runs, and every
// service function of the host finds its services through it. PluginInstance makes them; tests of the ABI may
// too.
#pragma once

#include <memory>

#include "integration/abi.h"
#include "integration/call.hpp"
#include "integration/host/call_options.hpp"

namespace integration {

struct CallRecord;

// From construction to destruction the call runs; the destructor waits for services that are still being
// used.
//
// A call that has ended stays recognisable. A plugin that kept it gets failed_precondition instead of
// somebody else's services. Its record is used again only after kQuarantine later calls have ended, or if no
// memory is left. A plugin that keeps a call for longer than that is not caught.
class HostCall {
 public:
  static constexpr std::size_t kQuarantine = 4096;

  // closing: a second flag that cancels, of whoever makes the call; may be null.
  HostCall(CallKind kind, const CallOptions& options, const std::atomic<bool>* closing = nullptr);
  ~HostCall();
  HostCall(const HostCall&) = delete;
  HostCall& operator=(const HostCall&) = delete;

  const integration_call* get() const;

 private:
  struct GiveBack {
    void operator()(CallRecord* record) const;
  };

  std::unique_ptr<CallRecord, GiveBack> record_;
};

// The host as plugins see it: the tables of all services. There is one per process, valid for ever; which
// services there really are is decided per call by its CallOptions.
const integration_host& pluginHost();

}  // namespace integration
