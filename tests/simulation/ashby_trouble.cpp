// The troubles of the simulated Ashby.
#include "ashby.hpp"

namespace ashby_simulation {
namespace {

// Members of another form than is known, and lines that are none, before those that are right.
constexpr char kOddLines[] = R"([{"op":"add","path":"/0","value":"no line"},
  {"op":"copy","from":"/1","path":"/0"},{"op":"remove","path":"/0/id"},
  {"op":"replace","path":"/2/updatedAt","value":7},{"op":"replace","path":"/2/source","value":[]}])";
constexpr char kOddOffers[] = R"([{"op":"add","path":"/0","value":"no offer"},
  {"op":"replace","path":"/1/latestVersion/startDate","value":20270104},
  {"op":"replace","path":"/1/decidedAt","value":[]}])";
constexpr char kOddApplication[] = R"([{"op":"replace","path":"/hiringTeam","value":"nobody"},
  {"op":"replace","path":"/updatedAt","value":7},{"op":"replace","path":"/source","value":5}])";
constexpr char kOddCandidate[] = R"([{"op":"replace","path":"/emailAddresses","value":"none"},
  {"op":"replace","path":"/phoneNumbers/0/value","value":7},
  {"op":"replace","path":"/applicationIds","value":5}])";
constexpr char kOddJob[] = R"([{"op":"replace","path":"/title","value":5},
  {"op":"replace","path":"/hiringTeam","value":7},{"op":"replace","path":"/employmentType","value":[]}])";

struct Kind {
  const char* kind;
  const char* endpoint;
  int status;
  const char* patch = "";
};
const std::vector<Kind> kKinds = {{"status", "", 500},
                                  {"status", "", 502},
                                  {"status", "", 429},
                                  {"status", "offer.list", 403},
                                  {"html", "", 502},
                                  {"html", "", 403},
                                  {"html", "", 200},
                                  {"halfBody", "", 200},
                                  {"hang", "", 200},
                                  {"drop", "", 200},
                                  {"lostAnswer", "", 200},
                                  {"syncTokenExpired", "application.list", 200},
                                  {"cursorExpired", "application.list", 200},
                                  {"error", "application.list", 200},
                                  {"odd", "application.list", 200, kOddLines},
                                  {"odd", "offer.list", 200, kOddOffers},
                                  {"odd", "application.info", 200, kOddApplication},
                                  {"odd", "candidate.info", 200, kOddCandidate},
                                  {"odd", "job.info", 200, kOddJob}};

}  // namespace

void Ashby::planTrouble(const std::function<std::int64_t()>& when) {
  const std::size_t troubles = 1 + prng_.below(3);
  for (std::size_t i = 0; i < troubles; ++i) {
    const Kind kind = prng_.oneOf(kKinds);
    const int times = 1 + static_cast<int>(prng_.below(6));
    const int retryAfter = static_cast<int>(prng_.below(200));
    host_.plan(when(), std::string("Ashby has trouble: ") + kind.kind + " " + std::to_string(kind.status),
               [=, this] {
                 ashby_simulator::Fault fault;
                 fault.kind = kind.kind;
                 fault.endpoint = kind.endpoint;
                 fault.remaining = times;
                 fault.status = kind.status;
                 fault.code = "incremental_sync_too_large";
                 fault.patch = kind.patch;
                 if (kind.status == 429) fault.retryAfter = retryAfter;
                 world.api.faults.add(fault);
               });
  }
  planLosses(when);
}

// The losses of an Ashby: a custom field, its tokens, the key.
void Ashby::planLosses(const std::function<std::int64_t()>& when) {
  if (prng_.chance(500)) {
    host_.plan(when(), "a custom field vanishes", [this] {
      world.organization.editCustomField(customField_, {{"isArchived", true}}, host_.now());
      listsCustomField_ = false;
      host_.met("custom field vanished");
    });
  }
  if (prng_.chance(200)) {
    host_.plan(when(), "Ashby forgets its tokens", [this] {
      world.api.pager.expireSyncTokens();
      world.api.pager.expireCursors();
      host_.met("tokens forgotten");
    });
  }
  if (prng_.chance(250)) {
    const std::int64_t lasts = prng_.between(10, 3000) * 1000;
    host_.plan(when(), "the key is deactivated", [=, this] {
      world.api.keys.find(keyId_)->active = false;
      host_.met("key deactivated");
      host_.later(lasts, [this] { world.api.keys.find(keyId_)->active = true; });
    });
  }
}

void Ashby::sendOddLines() {
  ashby_simulator::Fault fault;
  fault.kind = "odd";
  fault.endpoint = "application.list";
  fault.bodyContains = "syncToken";
  fault.remaining = 2;
  fault.patch = kOddLines;
  world.api.faults.add(fault);
  oddLinesFrom_ = host_.now();
}

std::optional<std::int64_t> Ashby::sentOddLinesFrom() const {
  return world.api.faults.all().empty() ? oddLinesFrom_ : std::nullopt;
}

}  // namespace ashby_simulation
