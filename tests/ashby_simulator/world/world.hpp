#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "world/api.hpp"
#include "world/new_hires.hpp"

namespace ashby_simulator {

/// One Ashby organisation, its API and its webhooks, as pure logic without sockets, threads or a clock. The
/// caller supplies the time. The same seed and the same calls give the same bytes. Not thread-safe.
class World {
 public:
  explicit World(std::uint64_t seed)
      : ids(seed),
        records(ids),
        outbox(ids),
        organization(ids, records),
        recruiting(ids, records, outbox),
        newHires(ids, records, organization, recruiting),
        api(ids, records, outbox, seed) {}
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  IdGenerator ids;
  Records records;
  Outbox outbox;
  Organization organization;
  Recruiting recruiting;
  NewHires newHires;
  Api api;

  /// Answers a call. If the answer has `savedWebhook`, send outbox.pingOf, report to `delivered`, then answer
  /// `settled`.
  Response answer(const Request& request, Millis now) { return api.answer(request, now); }
  Response settled(Response response) const { return api.settled(std::move(response)); }

  std::vector<Outgoing> due(Millis now, std::size_t limit = 100) { return outbox.due(now, limit); }
  void delivered(std::uint64_t deliveryId, const Outcome& outcome, Millis now) {
    outbox.delivered(deliveryId, outcome, now);
  }
};

}  // namespace ashby_simulator
