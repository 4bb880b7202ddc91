// clock, random, log and wake. None has an error sink: the status says it all.
#include <cstring>

#include "../call_record.hpp"
#include "integration/host/crash_records.hpp"
#include "tables.hpp"

namespace integration {
namespace {

constexpr integration_sink kNobody{nullptr, nullptr};
constexpr std::uint64_t kMaxRandom = 64 * 1024;
constexpr std::uint64_t kMaxFields = 64;

std::int32_t now(const integration_call* call, std::int64_t* unixMs) noexcept {
  return serve(call, ServiceFunction::clockNow, kNobody, "clock.now", [&](const Services& services) {
    require(unixMs != nullptr, "clock.now: the place for the time is null");
    *unixMs = offered(services.clock, INTEGRATION_CLOCK).now();
    return INTEGRATION_OK;
  });
}

std::int32_t fill(const integration_call* call, std::uint8_t* out, std::uint64_t length) noexcept {
  return serve(call, ServiceFunction::randomFill, kNobody, "random.fill", [&](const Services& services) {
    requireArray(out, length, kMaxRandom, sizeof(void*), sizeof(void*));
    offered(services.random, INTEGRATION_RANDOM).fill(std::span(out, length));
    return INTEGRATION_OK;
  });
}

// An unknown class is newer than this host: never printed.
DataClass toDataClass(std::int32_t number) {
  return number == INTEGRATION_PUBLIC     ? DataClass::isPublic
         : number == INTEGRATION_PERSONAL ? DataClass::personal
                                          : DataClass::secret;
}

std::int32_t writeLog(const integration_call* call, std::int32_t level, integration_view event,
                      const integration_log_field* from, std::uint32_t stride, std::uint64_t count) noexcept {
  return serve(call, ServiceFunction::logWrite, kNobody, "log.write", [&](const Services& services) {
    require(level >= INTEGRATION_LOG_DEBUG && level <= INTEGRATION_LOG_ERROR,
            "log.write: the level is unknown");
    requireArray(from, count, kMaxFields, stride, INTEGRATION_LOG_FIELD_SIZE_V1);
    std::vector<LogField> fields;
    for (std::uint64_t i = 0; i < count; ++i) {
      const auto field = givenElement(from, stride, i, INTEGRATION_LOG_FIELD_SIZE_V1);
      fields.push_back({given(field.name), given(field.value), toDataClass(field.data_class)});
    }
    offered(services.log, INTEGRATION_LOG).write(static_cast<LogLevel>(level), given(event), fields);
    return INTEGRATION_OK;
  });
}

std::int32_t noteItem(const integration_call* call, integration_view item) noexcept {
  return serve(call, ServiceFunction::logWrite, kNobody, "log.note", [&](const Services& services) {
    CrashContext::note(given(item));
    offered(services.log, INTEGRATION_LOG).note(given(item));
    return INTEGRATION_OK;
  });
}

std::int32_t wake(const integration_call* call) noexcept {
  return serve(call, ServiceFunction::wake, kNobody, "wake.wake", [&](const Services& services) {
    offered(services.wake, INTEGRATION_WAKE).wake();
    return INTEGRATION_OK;
  });
}

}  // namespace

const integration_clock kClockTable{sizeof(integration_clock), 0, now};
const integration_random kRandomTable{sizeof(integration_random), 0, fill};
const integration_log kLogTable{sizeof(integration_log), 0, writeLog, noteItem};
const integration_wake kWakeTable{sizeof(integration_wake), 0, wake};

}  // namespace integration
