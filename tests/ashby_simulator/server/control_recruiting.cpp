#include <algorithm>
#include <stdexcept>
#include <utility>

#include "server/control_api.hpp"
#include "server/simulator.hpp"
#include "world/documents.hpp"

namespace ashby_simulator {
namespace {

using Call = ControlApi::Call;
using Route = ControlApi::Route;
using documents::take;

constexpr std::size_t kMaxSeed = 100'000;

/// Runs `use` with the world, without webhooks if the body says `"webhooks": false`.
template <typename Use>
Json act(Call& call, Use use) {
  const bool silent = take(call.body, "webhooks") == false;
  return call.simulator.withWorld([&](World& world, Millis now) -> Json {
    struct Unmute {
      bool& muted;
      ~Unmute() { muted = false; }
    } unmute{world.outbox.muted};
    world.outbox.muted = silent;
    return use(world, now);
  });
}

std::string required(const Json& body, const char* name) {
  const std::string value = textOf(body, name);
  if (value.empty()) throw std::invalid_argument("'" + std::string(name) + "' is missing");
  return value;
}

/// Returns a route that creates a record from the body.
template <typename Part>
Route adding(const char* path, Part World::*part, std::string (Part::*add)(const Json&, Millis)) {
  return {"POST", path, [part, add](Call& call) {
            return act(call, [&](World& world, Millis now) -> Json {
              return {{"id", (world.*part.*add)(call.body, now)}};
            });
          }};
}

/// Returns a route that changes the path's record by the body.
template <typename Part>
Route changing(const char* method, const char* path, Part World::*part,
               void (Part::*change)(const std::string&, const Json&, Millis)) {
  return {method, path, [part, change](Call& call) {
            return act(call, [&](World& world, Millis now) {
              (world.*part.*change)(call.ids.front(), call.body, now);
              return done();
            });
          }};
}

/// Returns a route that takes a step with the path's record.
Route step(const char* method, const char* path, void (Recruiting::*take)(const std::string&, Millis)) {
  return {method, path, [take](Call& call) {
            return act(call, [&](World& world, Millis now) {
              (world.recruiting.*take)(call.ids.front(), now);
              return done();
            });
          }};
}

/// Returns a route that takes a step with the path's record and one field of the body.
template <typename Step>
Route stepWith(const char* path, const char* field, Step take) {
  return {"POST", path, [field, take](Call& call) {
            return act(call, [&](World& world, Millis now) {
              take(world.recruiting, call.ids.front(), required(call.body, field), now);
              return done();
            });
          }};
}

Route reading(const char* path, const Collection Records::*collection, const char* kind) {
  return {"GET", path, [collection, kind](Call& call) {
            return call.simulator.withWorld([&](World& world, Millis) -> Json {
              return documents::existing(world.records.*collection, kind, call.ids.front());
            });
          }};
}

Json seed(Call& call) {
  const auto count =
      member(call.body, "count").is_number_unsigned() ? take(call.body, "count").get<std::size_t>() : 0;
  if (count < 1 || count > kMaxSeed) throw std::invalid_argument("'count' must be a number from 1 to 100000");
  if (!call.body.contains("webhooks")) call.body["webhooks"] = false;
  return act(call, [&](World& world, Millis now) -> Json {
    Json applicationIds = Json::array();
    for (std::size_t i = 0; i < count; ++i) {
      Json person = world.newHires.invented(world.records.candidates.size() + 1);
      person.update(call.body);
      applicationIds.push_back(world.newHires.add(person, now).at("applicationId"));
    }
    return {{"applicationIds", std::move(applicationIds)}};
  });
}

Json makeOffer(Call& call) {
  const std::string applicationId = required(call.body, "applicationId");
  take(call.body, "applicationId");
  return act(call, [&](World& world, Millis now) -> Json {
    return {{"id", world.recruiting.makeOffer(applicationId, call.body, now)}};
  });
}

std::vector<Route> makeRoutes() {
  constexpr auto org = &World::organization;
  constexpr auto rec = &World::recruiting;
  using Id = const std::string&;
  return {
      {"POST", "/_control/hires",
       [](Call& call) {
         return act(call, [&](World& world, Millis now) { return world.newHires.add(call.body, now); });
       }},
      {"POST", "/_control/seed", seed},

      adding("/_control/users", org, &Organization::addUser),
      adding("/_control/departments", org, &Organization::addDepartment),
      adding("/_control/locations", org, &Organization::addLocation),
      adding("/_control/custom-fields", org, &Organization::addCustomField),
      {"POST", "/_control/custom-fields/of-each-type",
       [](Call& call) {
         return act(call, [](World& world, Millis now) -> Json {
           return {{"ids", world.organization.addCustomFieldOfEachType(now)}};
         });
       }},
      adding("/_control/jobs", org, &Organization::addJob),
      adding("/_control/candidates", rec, &Recruiting::addCandidate),
      adding("/_control/applications", rec, &Recruiting::addApplication),
      {"POST", "/_control/offers", makeOffer},

      reading("/_control/users/*", &Records::users, "user"),
      reading("/_control/departments/*", &Records::departments, "department"),
      reading("/_control/locations/*", &Records::locations, "location"),
      reading("/_control/custom-fields/*", &Records::customFields, "custom field"),
      reading("/_control/jobs/*", &Records::jobs, "job"),
      reading("/_control/candidates/*", &Records::candidates, "candidate"),
      reading("/_control/applications/*", &Records::applications, "application"),
      reading("/_control/offers/*", &Records::offers, "offer"),

      changing("PATCH", "/_control/users/*", org, &Organization::editUser),
      changing("PATCH", "/_control/departments/*", org, &Organization::editDepartment),
      changing("PATCH", "/_control/locations/*", org, &Organization::editLocation),
      changing("PATCH", "/_control/custom-fields/*", org, &Organization::editCustomField),
      changing("PATCH", "/_control/jobs/*", org, &Organization::editJob),
      changing("PATCH", "/_control/candidates/*", rec, &Recruiting::editCandidate),
      changing("PATCH", "/_control/applications/*", rec, &Recruiting::editApplication),
      changing("PATCH", "/_control/offers/*", rec, &Recruiting::editOffer),
      changing("POST", "/_control/offers/*/versions", rec, &Recruiting::addOfferVersion),

      step("POST", "/_control/applications/*/hire", &Recruiting::hire),
      step("POST", "/_control/applications/*/unhire", &Recruiting::unhire),
      step("POST", "/_control/offers/*/send", &Recruiting::sendOffer),
      step("POST", "/_control/offers/*/accept", &Recruiting::acceptOffer),
      step("POST", "/_control/offers/*/decline", &Recruiting::declineOffer),
      step("POST", "/_control/offers/*/cancel", &Recruiting::cancelOffer),
      step("DELETE", "/_control/offers/*", &Recruiting::deleteOffer),
      step("DELETE", "/_control/candidates/*", &Recruiting::deleteCandidate),
      step("POST", "/_control/candidates/*/anonymize", &Recruiting::anonymizeCandidate),

      stepWith("/_control/offers/*/approval", "status",
               [](Recruiting& r, Id id, Id status, Millis now) { r.decideApproval(id, status, now); }),
      stepWith("/_control/applications/*/move", "stageType",
               [](Recruiting& r, Id id, Id type, Millis now) { r.move(id, type, now); }),
      stepWith("/_control/applications/*/archive", "reason",
               [](Recruiting& r, Id id, Id reason, Millis now) { r.archive(id, reason, now); }),
      stepWith("/_control/applications/*/transfer", "jobId",
               [](Recruiting& r, Id id, Id jobId, Millis now) { r.transfer(id, jobId, now); }),
      stepWith("/_control/candidates/*/merge", "into",
               [](Recruiting& r, Id id, Id into, Millis now) { r.mergeCandidates(into, id, now); }),
  };
}

}  // namespace

const std::vector<Route>& recruitingRoutes() {
  static const std::vector<Route> kRoutes = makeRoutes();
  return kRoutes;
}

}  // namespace ashby_simulator
