// The parts of a PluginInstance, and the frame that each of its calls runs in.
#pragma once

#include <algorithm>
#include <memory>
#include <mutex>
#include <string>
#include <type_traits>

#include "call_record.hpp"
#include "integration/detail/marshalling.hpp"
#include "integration/host/call_slots.hpp"
#include "integration/host/host_call.hpp"
#include "plugin_calls.hpp"
#include "process_comparison.hpp"

namespace integration {

// Shared by the instance and every call in flight, so that one which outlasts a failed close finds it all in
// place.
struct InstanceState {
  explicit InstanceState(std::shared_ptr<CallSlots> slotsOfConnection)
      : slots(std::move(slotsOfConnection)) {}
  ~InstanceState();  // destroys the instance if no close did: nothing of it can be in flight any more
  InstanceState(const InstanceState&) = delete;
  InstanceState& operator=(const InstanceState&) = delete;

  // The first member: it keeps the library, and must go after everything that runs its code.
  const std::shared_ptr<CallSlots> slots;
  integration_instance* instance = nullptr;
  std::mutex closing;  // guards the two below, and the end of the instance
  bool closeTried = false;

  const integration_api& api() const { return slots->library()->api(); }
  PluginCalls& calls() const { return slots->library()->calls(); }
};

inline CallRecord& recordOf(const HostCall& call) {
  return *static_cast<CallRecord*>(const_cast<integration_call*>(call.get()));
}

// Calls one function of the plugin and throws what it reports. A plugin without the author kit may let an
// exception out; that is caught here as long as the two sides share an unwinder, which C alone doesn't
// promise.
template <class Body>
void invoke(const EntryCall& entry, Body&& body) {
  detail::TextSink error(256 * 1024);
  std::int32_t status = INTEGRATION_OK;
  try {
    status = body(error.sink());
  } catch (...) {
    throw entry.breach("let an exception out");
  }
  if (error.refused()) throw entry.breach("its error text has more than 256 KiB");
  if (status == INTEGRATION_OK) return;
  Error told = detail::readError(status, error.text());
  if (told.message == detail::noReason(status)) told.message = entry.breach(told.message).what();
  throw Failure(std::move(told));
}

// Throws if the plugin wrote on after the host had refused a part of its answer.
inline void requireWhole(const EntryCall& entry, const detail::TextSink& answer) {
  if (answer.refused())
    throw entry.breach("its answer has more than " + std::to_string(answer.limit()) +
                       " bytes: after a refused write it must fail");
}

// Returns what body() reads out of an answer. A Failure of body about its shape is a breach of the plugin.
template <class Body>
auto readAnswer(const EntryCall& entry, Body&& body) {
  try {
    return body();
  } catch (const Failure& wrongShape) {
    throw Failure(Code::internal, entry.breach(wrongShape.what()).what(), wrongShape.error().issues);
  }
}

// Reads what an entry has written: a described struct, or the text itself. An entry without a result may
// write nothing, or JSON: a plugin that writes anything else can't be believed that it has done what it says.
template <class Result>
Result read(const EntryCall& entry, const detail::TextSink& answer) {
  requireWhole(entry, answer);
  if constexpr (std::is_same_v<Result, std::string>)
    return answer.text();
  else if constexpr (!std::is_void_v<Result>)
    return readAnswer(entry, [&] { return fromJsonText<Result>(answer.text(), "its answer"); });
  else if (!answer.text().empty())
    (void)readAnswer(entry, [&] { return parseJson(answer.text(), "its answer"); });
}

// Returns a slot for a call that wasn't given one. Work goes before the others: there is one of it at most,
// and deliveries that come in crowds must not keep it out.
inline CallSlot takeSlot(CallSlots& slots, std::string_view entry, const CallOptions& options, CallKind kind,
                         EntryCall::Instant deadline) {
  if (options.slot != nullptr && options.slot->isOf(slots)) return {};
  const auto turn = kind == CallKind::runWork ? CallSlots::Turn::first : CallSlots::Turn::inOrder;
  const auto left =
      std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
  try {
    return slots.acquire(std::min(left, options.patience), turn);
  } catch (const Failure& refusal) {
    Error error = refusal.error();
    error.message = std::string(entry) + " is refused: " + error.message;
    throw Failure(std::move(error));
  }
}

// Makes one call: body(call, instance, error) is the plugin's function with its own arguments bound, and
// finish(entry) looks at what it gave.
template <class Body, class Finish>
auto callEntry(InstanceState& state, CallKind kind, std::string_view name, const CallOptions& options,
               Body&& body, Finish&& finish) {
  const EntryCall::Instant deadline = EntryCall::deadlineOf(options);
  const CallSlot slot = takeSlot(*state.slots, name, options, kind, deadline);
  const EntryCall entry(
      state.calls(), state.slots.get(),
      {name, state.slots->connection(), options.trace, deadline, kind == CallKind::runWork});
  {
    const HostCall call(kind, options, &state.slots->closing());
    recordOf(call).entry = &entry;
    invoke(entry, [&](integration_sink error) { return body(call.get(), state.instance, error); });
  }
  if (kind == CallKind::create || kind == CallKind::configure || kind == CallKind::enable) compareProcess();
  return finish(entry);
}

// Makes a call of a function that writes its answer: body(call, instance, out, error).
template <class Result, class Body>
Result ask(InstanceState& state, CallKind kind, std::string_view name, const CallOptions& options,
           Body&& body) {
  detail::TextSink out;
  return callEntry(
      state, kind, name, options,
      [&](auto* call, auto* instance, auto error) { return body(call, instance, out.sink(), error); },
      [&](const EntryCall& entry) { return read<Result>(entry, out); });
}

}  // namespace integration
