// The host's side of an integration_call, and how a service function gets at it.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>

#include "integration/abi.h"
#include "integration/detail/marshalling.hpp"
#include "integration/host/call_options.hpp"
#include "integration/host/plugin_observer.hpp"
#include "integration/host/rights.hpp"

namespace integration {

class EntryCall;

// Tells the observer that a plugin uses a call after its end.
class LateUses {
 public:
  // Keeps what is told of the call that ends. Forgets it if `entry` is null.
  void keep(const EntryCall* entry);
  // Tells the first use after the end.
  void tell(ServiceFunction function);

 private:
  std::mutex mutex_;
  std::weak_ptr<PluginObserver> observer_;  // expired if nobody is to be told any more
  PluginCall call_;
  std::string place_;
};

// Never freed and always of this type, so that looking at one that has ended is safe.
struct CallRecord : integration_call {
  static constexpr std::uint32_t kEnded = 0x80000000;

  // Kind and deadline that rights are decided by: the plugin may have overwritten the fields that it sees.
  CallKind trueKind = CallKind::destroy;
  std::int64_t trueDeadline = 0;  // Unix ms, 0 = none
  std::string actorText, traceText;
  Services services;
  Clock* deadlineClock = nullptr;
  const std::atomic<bool>* callerCancels = nullptr;
  const std::atomic<bool>* instanceCloses = nullptr;
  const EntryCall* entry = nullptr;          // hears of a service used without a right; may be null
  std::atomic<bool> hasBrokenRights{false};  // told once for a call
  std::atomic<std::uint32_t> uses =
      kEnded;                       // how many functions use the record now, and whether the call has ended
  CallRecord* endedNext = nullptr;  // the one that ended after it
  LateUses lateUses;

  bool enter();
  void leave();
  void begin() { uses.fetch_and(~kEnded, std::memory_order_acq_rel); }
  void end();  // returns once nobody uses the record
};

// A service function at work for one call. The constructor throws Failure: invalidArgument without a call,
// failedPrecondition for an ended call or a service that this kind of call may not use, deadlineExceeded.
class ServiceUse {
 public:
  ServiceUse(const integration_call* call, ServiceFunction function);
  ~ServiceUse() { record_.leave(); }
  ServiceUse(const ServiceUse&) = delete;
  ServiceUse& operator=(const ServiceUse&) = delete;

  const Services& services() const { return record_.services; }

 private:
  void checkRights(ServiceFunction function) const;

  CallRecord& record_;
};

// Throws unimplemented if the call has no such service.
template <class Service>
Service& offered(Service* service, const char* id) {
  if (service == nullptr) throw Failure(Code::unimplemented, std::string("this host has no ") + id);
  return *service;
}

// The frame of every service function.
template <class Body>
std::int32_t serve(const integration_call* call, ServiceFunction function, integration_sink error,
                   const char* where, Body&& body) noexcept {
  return detail::guarded(error, where, [&]() -> std::int32_t {
    const ServiceUse use(call, function);
    return body(use.services());
  });
}

inline void require(bool holds, std::string_view what) {
  if (!holds) throw Failure(Code::invalidArgument, std::string(what));
}

// A view that a plugin gave, checked as far as it can be.
inline std::string_view given(integration_view view) {
  constexpr std::uint64_t kMaxText = 64 * 1024 * 1024;
  require(view.ptr != nullptr || view.len == 0, "a text has a length but no bytes");
  require(view.len <= kMaxText, "a text is longer than 64 MiB");
  return detail::fromView(view);
}

// Element `index` of an array that a plugin gave by its stride.
template <class T>
T givenElement(const T* first, std::uint32_t stride, std::uint64_t index, std::uint32_t leastSize) {
  const auto* element = reinterpret_cast<const T*>(reinterpret_cast<const char*>(first) + index * stride);
  require(element->struct_size >= leastSize && element->struct_size <= stride,
          "an array element's struct_size is below the first one of this ABI or above the stride");
  return detail::readSized(element);
}
inline void requireArray(const void* first, std::uint64_t count, std::uint64_t most, std::uint32_t stride,
                         std::uint32_t leastSize) {
  if (count > most) require(false, "an array has at most " + std::to_string(most) + " elements here");
  require(first != nullptr || count == 0, "an array has a count but no elements");
  require(count == 0 || stride >= leastSize, "an array's stride is below the first size of its elements");
  require(stride % alignof(void*) == 0, "an array's stride breaks the alignment of its elements");
}

}  // namespace integration
