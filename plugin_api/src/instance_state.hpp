// What a PluginInstance is made of, and the frame that each of its calls runs in.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "integration/detail/crossing.hpp"
#include "integration/host/crash_records.hpp"
#include "integration/host/host_call.hpp"
#include "integration/host/plugin_library.hpp"

namespace integration {

// Shared by the instance and every call in flight, so that one which outlasts a failed close finds it all in
// place.
struct InstanceState {
  InstanceState() = default;
  ~InstanceState();  // destroys the instance where no close did: nothing of it can be in flight any more
  InstanceState(const InstanceState&) = delete;
  InstanceState& operator=(const InstanceState&) = delete;

  // The first member: it must go last, after everything that runs its code.
  std::shared_ptr<const PluginLibrary> library;
  std::string connectionId;
  integration_instance* instance = nullptr;
  std::atomic<bool> closing = false;
  bool closeTried = false;
  std::mutex mutex;
  std::condition_variable left;
  std::vector<const char*> inFlight;

  const integration_api& api() const { return library->api(); }
};

// One call counted as in flight.
class Admission {
 public:
  Admission(InstanceState& state, const char* entry, bool alone) : state_(state), entry_(entry) {
    const std::lock_guard lock(state.mutex);
    if (state.closing)
      throw Failure(Code::unavailable,
                    "the plugin is being stopped: " + std::string(entry) + " is not taken any more");
    if (alone && std::count(state.inFlight.begin(), state.inFlight.end(), entry) != 0)
      throw Failure(Code::failedPrecondition, std::string(entry) + " runs already for this connection");
    state.inFlight.push_back(entry);
  }
  ~Admission() {
    const std::lock_guard lock(state_.mutex);
    state_.inFlight.erase(std::find(state_.inFlight.begin(), state_.inFlight.end(), entry_));
    state_.left.notify_all();
  }
  Admission(const Admission&) = delete;
  Admission& operator=(const Admission&) = delete;

 private:
  InstanceState& state_;
  const char* entry_;
};

// "plugin P, connection C, ENTRY: ", which begins every message about a plugin's fault.
inline std::string placeOf(const InstanceState& state, std::string_view entry) {
  return "plugin " + state.library->manifest().id + ", connection " + state.connectionId + ", " +
         std::string(entry) + ": ";
}

// Returns the Failure of a plugin that broke the contract.
inline Failure fault(const InstanceState& state, std::string_view entry, const std::string& what) {
  return Failure(Code::internal, placeOf(state, entry) + what);
}

// Calls one function of the plugin and throws what it reports. A plugin without the author kit may let an
// exception out; that is caught here as long as the two sides share an unwinder, which C alone doesn't
// promise.
template <class Body>
void invoke(const InstanceState& state, const char* entry, Body&& body) {
  detail::TextSink error(256 * 1024);
  std::int32_t status = INTEGRATION_OK;
  try {
    status = body(error.sink());
  } catch (...) {
    throw fault(state, entry, "let an exception out");
  }
  if (error.refused()) throw fault(state, entry, "its error text has more than 256 KiB");
  if (status == INTEGRATION_OK) return;
  Error told = detail::readError(status, error.text());
  if (told.message == detail::noReason(status)) told.message = placeOf(state, entry) + told.message;
  throw Failure(std::move(told));
}

// Throws where the plugin wrote on after the host had refused a part of its answer.
inline void requireWhole(const InstanceState& state, std::string_view entry, const detail::TextSink& answer) {
  if (answer.refused())
    throw fault(state, entry,
                "its answer has more than " + std::to_string(answer.limit()) +
                    " bytes: after a refused write it must fail");
}

// Returns what `read` makes of an answer. Throws as the plugin's fault what is wrong with its shape.
template <class Read>
auto readAnswer(const InstanceState& state, const char* entry, Read&& read) {
  try {
    return read();
  } catch (const Failure& wrongShape) {
    Error error = wrongShape.error();
    error.code = Code::internal;
    error.message = fault(state, entry, error.message).what();
    throw Failure(std::move(error));
  }
}

template <class Result>
Result parsed(const InstanceState& state, const char* entry, const detail::TextSink& answer) {
  requireWhole(state, entry, answer);
  return readAnswer(state, entry, [&] { return fromJsonText<Result>(answer.text(), "its answer"); });
}

// An admitted call: body(call, instance, error) is the plugin's function with its own arguments bound.
template <class Body>
void callEntry(InstanceState& state, CallKind kind, const char* entry, const CallOptions& options,
               Body&& body) {
  const Admission admission(state, entry, kind == CallKind::runWork);
  const HostCall call(kind, options, &state.closing);
  const CrashContext context(state.library->manifest().id, entry, state.connectionId, options.trace);
  invoke(state, entry, [&](integration_sink error) { return body(call.get(), state.instance, error); });
}

}  // namespace integration
