// The long runs against the real host: each prints what it did and answers whether every promise held.
#pragma once

#include <cstdint>

namespace fault {

// SIGKILL at random moments under deliveries, promotions and deletions, every fifth of them while the host
// starts; everything that was acknowledged is looked up in the end, and nothing is blamed on a plugin.
bool killAgainAndAgain(int kills, std::uint64_t seed);

// Starts the host that many times while the Ashby plugin fails at random, under the same load: errors,
// breaches, exceptions and pauses, and crashes that end the host. Then the sound plugin is back, and
// everything that was acknowledged is looked up.
bool failAgainAndAgain(int starts, std::uint64_t seed);

// Delivers the events of a quarter as many applications, each five times, shuffled, from 16
// threads, against what Ashby holds in the end.
bool shuffleDeliveries(int events, std::uint64_t seed);

// Twice the deliveries that the host can take, for so long: nothing is answered but 200 and 503, nothing
// acknowledged is lost, and the memory stays where it was.
bool overload(int seconds);

}  // namespace fault
