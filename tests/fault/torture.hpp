// The long runs against the real host. Each prints what it did, and returns whether every promise held.
#pragma once

#include <cstdint>

namespace fault {

// Kills the host at random moments under deliveries, promotions and deletions; every fifth time while it
// starts. In the end, everything acknowledged must be there, and no plugin may be blamed.
bool killAgainAndAgain(int kills, std::uint64_t seed);

// Starts the host this often with an Ashby plugin that fails at random, under the same load. It fails by
// errors, breaches, exceptions, pauses, and crashes that end the host. Then the sound plugin is back, and
// everything acknowledged must be there.
bool failAgainAndAgain(int starts, std::uint64_t seed);

// Delivers the events of a quarter as many applications, each five times, shuffled, from 16 threads. In the
// end, the host must show what Ashby holds.
bool shuffleDeliveries(int events, std::uint64_t seed);

// Offers twice the deliveries that the host can take, for this time. The host may answer only 200 and 503,
// lose nothing acknowledged, and must not grow in memory.
bool overload(int seconds);

}  // namespace fault
