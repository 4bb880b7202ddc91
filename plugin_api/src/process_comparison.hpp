// Compares the process with what its ProcessGuard keeps.
#pragma once

#include "watchdog.hpp"

namespace integration {

// Returns whether there is a guard, which wants to know what has run.
bool isProcessGuarded() noexcept;
// Compares now, and tells the guard. Nothing without a guard. [thread-safe]
void compareProcess();
// Compares if that is due; returns when the next one is.
Watchdog::Instant compareProcessIfDue(Watchdog::Instant now);

}  // namespace integration
