#include "ashby.hpp"

#include <openssl/evp.h>

#include <algorithm>

#include "world/documents.hpp"

namespace ashby_simulation {
namespace {

using ashby_simulator::Json;
using integration::Code;
using integration::HttpOutcome;

constexpr std::int64_t kLagMs = 45000;     // how long a read may still show the state before a change
constexpr std::size_t kPageOfList = 2;  // small, so that few applications make several pages
constexpr char kOrigin[] = "https://api.ashbyhq.com";

std::string basic(const std::string& key) {
  const std::string credentials = key + ":";
  std::string encoded(credentials.size() * 2 + 4, '\0');
  const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(encoded.data()),
                                     reinterpret_cast<const unsigned char*>(credentials.data()),
                                     static_cast<int>(credentials.size()));
  encoded.resize(static_cast<std::size_t>(length));
  return "Basic " + encoded;
}

}  // namespace

Ashby::Ashby(std::uint64_t seed, SimulatedHost& host, std::function<void()> changed)
    : world(seed),
      truth(world),
      host_(host),
      changed_(std::move(changed)),
      dice_(seed, "ashby"),
      goodKey_("the-good-key-" + std::to_string(seed)),
      oldKey_("the-old-key-" + std::to_string(seed)) {
  goodKeyId_ = world.api.keys.add("key", ashby_simulator::ApiKeys::readScopes(), goodKey_, 0).id;
  world.api.pager.largestPage = kPageOfList;
  world.recruiting.advanceOnOfferAccepted = dice_.chance(500);
}

Json Ashby::invented(std::size_t number) {
  const std::string n = std::to_string(number);
  return {{"name", "Zaqir" + n + " Okoyeq" + n},
          {"email", "zaqir" + n + "@private.example"},
          {"phone", "+44 7700 9001" + std::to_string(10 + number)},
          {"jobTitle", "Job " + n + "." + std::to_string(++jobs_)},
          {"department", "Department " + std::to_string(number % 3)},
          {"salary", 40000 + 1000 * dice_.below(60)}};
}

void Ashby::hire(std::size_t number, bool atOnce, bool early, bool confidential) {
  static const std::vector<std::string> kOffers = {"none", "created", "pending", "accepted", "accepted", "accepted"};
  Json given = invented(number);
  given["hire"] = atOnce;
  given["offer"] = dice_.oneOf(kOffers);
  given["confidential"] = confidential;
  if (dice_.chance(300)) given["team"] = "Team " + std::to_string(number);
  if (early) given["hiredAt"] = "2023-01-05T09:00:00.000Z";
  if (early) world.outbox.muted = true;
  const Json ids = world.newHires.add(given, host_.now());
  world.outbox.muted = false;
  people_[number] = {ashby_simulator::textOf(ids, "applicationId"), ashby_simulator::textOf(ids, "candidateId"),
                     ashby_simulator::textOf(ids, "offerId")};
  truth.add(people_[number].applicationId, early, confidential);
}

std::string Ashby::hireNow() {
  people_.emplace_back();
  hire(people_.size() - 1, true, false, false);
  changed_();
  return people_.back().applicationId;
}

void Ashby::unhireUnseen(const std::string& applicationId) {
  world.outbox.muted = true;
  world.recruiting.unhire(applicationId, host_.now());
  world.outbox.muted = false;
  truth.observe();
}

std::string Ashby::jobFor(std::size_t number) {
  const std::string title = "Job " + std::to_string(number) + "." + std::to_string(++jobs_);
  const std::string department = world.organization.addDepartment(
      {{"name", "Department " + std::to_string(3 + dice_.below(3))}}, host_.now());
  return world.organization.addJob({{"title", title}, {"departmentId", department}}, host_.now());
}

// What people do in Ashby at a time when it may no longer be possible.
void Ashby::happens(std::int64_t at, const char* what, std::size_t number, std::function<void(Person&)> change) {
  host_.plan(at, std::string(what) + " (" + std::to_string(number) + ")", [=, this] {
    Person& person = people_[number];
    if (person.applicationId.empty()) return host_.met("too early for it in Ashby");
    try {
      change(person);
      host_.met(what);
    } catch (const ashby_simulator::documents::ActionError&) {
      host_.met("no longer possible in Ashby");
    }
    truth.observe();
    lag(person.applicationId);
    changed_();
  });
}

// Ashby's answers sometimes trail behind its writes.
void Ashby::lag(const std::string& applicationId) {
  if (!dice_.chance(80)) return;
  ashby_simulator::Fault fault;
  fault.kind = "staleRead";
  fault.endpoint = "application.info";
  fault.bodyContains = applicationId;
  fault.until = host_.now() + kLagMs;
  fault.remaining = 1 + static_cast<int>(dice_.below(3));
  world.api.faults.add(fault);
}

void Ashby::plan(const std::function<std::int64_t()>& when) {
  const std::size_t people = 2 + std::min(dice_.below(5), dice_.below(5));
  people_.resize(people);
  for (std::size_t number = 0; number < people; ++number) planPerson(number, when);
  planTrouble(when);
}

void Ashby::planPerson(std::size_t number, const std::function<std::int64_t()>& when) {
  auto& recruiting = world.recruiting;
  auto now = [this] { return host_.now(); };
  const bool atOnce = dice_.chance(700), early = atOnce && dice_.chance(120), confidential = dice_.chance(25);
  std::int64_t at = when();
  host_.plan(at, "applies (" + std::to_string(number) + ")", [=, this] {
    hire(number, atOnce, early, confidential);
    host_.met(early ? "hired years ago" : confidential ? "hired on a confidential job" : "hired");
    changed_();
  });
  const std::size_t events = 3 + dice_.below(5);
  for (std::size_t i = 0; i < events; ++i) {
    // Mostly after it applied; where the times fall otherwise, there is nothing to do yet.
    const std::int64_t later = std::max(at, when());
    const std::size_t other = dice_.below(people_.size());
    const std::string n = std::to_string(number), v = std::to_string(++versions_);
    switch (dice_.below(16)) {
      case 0:
      case 1:
        happens(later, "un-hired", number, [=, &recruiting](Person& p) { recruiting.unhire(p.applicationId, now()); });
        break;
      case 2:
      case 3:
      case 4:
        happens(later, "hired again", number, [=, &recruiting](Person& p) { recruiting.hire(p.applicationId, now()); });
        break;
      case 5:
        happens(later, "archived", number,
                [=, &recruiting](Person& p) { recruiting.archive(p.applicationId, "RejectedByOrg", now()); });
        break;
      case 6:
      case 7:
        happens(later, "application edited", number, [=, &recruiting](Person& p) {
          recruiting.editApplication(p.applicationId, {{"creditedToUser", nullptr}}, now());
        });
        break;
      case 8:
        happens(later, "candidate edited", number, [=, &recruiting](Person& p) {
          recruiting.editCandidate(p.candidateId, {{"name", "Zaqir" + n + " van Okoyeq" + n + "v" + v},
                                                   {"email", "zaqir" + n + "v" + v + "@private.example"}}, now());
        });
        break;
      case 9:
        happens(later, "transferred", number,
                [=, this, &recruiting](Person& p) { recruiting.transfer(p.applicationId, jobFor(number), now()); });
        break;
      case 10:
        happens(later, "offer made", number, [=, &recruiting](Person& p) {
          p.offerId = recruiting.makeOffer(p.applicationId, {{"startDate", "2027-02-0" + std::to_string(1 + number)},
                                                              {"salary", {{"value", 50500}, {"currencyCode", "EUR"}}}},
                                           now());
          recruiting.sendOffer(p.offerId, now());
        });
        break;
      case 11:
        happens(later, "offer changed", number, [=, &recruiting](Person& p) {
          recruiting.addOfferVersion(p.offerId, {{"startDate", "2027-03-0" + std::to_string(1 + number)}}, now());
        });
        break;
      case 12:
        happens(later, "offer accepted late", number,
                [=, &recruiting](Person& p) { recruiting.acceptOffer(p.offerId, now()); });
        break;
      case 13:
        if (dice_.chance(500))
          happens(later, "offer cancelled", number,
                  [=, &recruiting](Person& p) { recruiting.cancelOffer(p.offerId, now()); });
        else
          happens(later, "offer deleted", number,
                  [=, &recruiting](Person& p) { recruiting.deleteOffer(p.offerId, now()); });
        break;
      case 14:
        happens(later, "merged", number, [=, this, &recruiting](Person& p) {
          recruiting.mergeCandidates(people_[other].candidateId, p.candidateId, now());
          p.candidateId = people_[other].candidateId;
        });
        break;
      default:
        if (dice_.chance(300))
          happens(later, "deleted", number,
                  [=, &recruiting](Person& p) { recruiting.deleteCandidate(p.candidateId, now()); });
        break;
    }
  }
}

void Ashby::planTrouble(const std::function<std::int64_t()>& when) {
  struct Kind {
    const char* kind;
    const char* endpoint;
    int status;
  };
  static const std::vector<Kind> kKinds = {
      {"status", "", 500},           {"status", "", 502},       {"status", "", 429},
      {"status", "offer.list", 403}, {"html", "", 502},         {"html", "", 403},
      {"html", "", 200},             {"halfBody", "", 200},     {"hang", "", 200},
      {"drop", "", 200},             {"lostAnswer", "", 200},   {"syncTokenExpired", "application.list", 200},
      {"cursorExpired", "application.list", 200}, {"error", "application.list", 200}};
  const std::size_t troubles = 1 + dice_.below(4);
  for (std::size_t i = 0; i < troubles; ++i) {
    const Kind kind = dice_.oneOf(kKinds);
    const int times = 1 + static_cast<int>(dice_.below(6));
    const int retryAfter = static_cast<int>(dice_.below(200));
    host_.plan(when(), std::string("Ashby has trouble: ") + kind.kind + " " + std::to_string(kind.status), [=, this] {
      ashby_simulator::Fault fault;
      fault.kind = kind.kind;
      fault.endpoint = kind.endpoint;
      fault.remaining = times;
      fault.status = kind.status;
      fault.code = "incremental_sync_too_large";
      if (kind.status == 429) fault.retryAfter = retryAfter;
      world.api.faults.add(fault);
    });
  }
  if (dice_.chance(200)) {
    host_.plan(when(), "Ashby forgets its tokens", [this] {
      world.api.pager.expireSyncTokens();
      world.api.pager.expireCursors();
      host_.met("tokens forgotten");
    });
  }
  if (dice_.chance(250)) {
    const std::int64_t lasts = dice_.between(10, 3000) * 1000;
    host_.plan(when(), "the key is deactivated", [=, this] {
      world.api.keys.find(goodKeyId_)->active = false;
      host_.met("key deactivated");
      host_.later(lasts, [this] { world.api.keys.find(goodKeyId_)->active = true; });
    });
  }
}

std::map<std::string, int> Ashby::faultsLeft() const {
  std::map<std::string, int> left;
  for (const auto& fault : world.api.faults.all())
    left["Ashby: " + fault.kind + (fault.kind == "status" ? " " + std::to_string(fault.status) : "")] +=
        fault.remaining;
  return left;
}

HttpOutcome Ashby::answer(const integration::HttpRequest& request, const std::string& secret) {
  ashby_simulator::Request asked{request.method, request.url.substr(sizeof(kOrigin) - 1),
                                 {{"Authorization", basic(secret)}}, request.body};
  for (const auto& header : request.headers) asked.headers.emplace_back(header.name, header.value);
  const bool troubled = !world.api.faults.all().empty();
  const std::map<std::string, int> before = troubled ? faultsLeft() : std::map<std::string, int>();
  ashby_simulator::Response given = world.answer(asked, host_.now());
  if (troubled) {
    std::map<std::string, int> after = faultsLeft();
    for (const auto& [kind, left] : before)
      if (after[kind] != left) host_.met(kind);
  }
  using Transport = ashby_simulator::Response::Transport;
  if (given.transport == Transport::hang) return {Code::deadlineExceeded, 0, {}, {}, "no answer in time"};
  if (given.transport == Transport::drop) return {Code::unavailable, 0, {}, {}, "connection reset"};
  if (given.transport == Transport::halfBody) return {Code::unavailable, 0, {}, {}, "broken off"};
  HttpOutcome outcome{Code::ok, given.status, {}, std::move(given.body), {}};
  for (auto& [name, value] : given.headers) outcome.headers.push_back({std::move(name), std::move(value)});
  return outcome;
}

void Ashby::calm() {
  world.api.faults.clear();
  world.api.keys.find(goodKeyId_)->active = true;
}

}  // namespace ashby_simulation
