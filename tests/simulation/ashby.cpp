#include "ashby.hpp"

#include "world/signature.hpp"

namespace ashby_simulation {
namespace {

using ashby_simulator::Json;
using integration::Code;
using integration::HttpOutcome;

constexpr std::size_t kPageOfList = 2;  // small, so that few applications make several pages
constexpr char kOrigin[] = "https://api.ashbyhq.com";

}  // namespace

Ashby::Ashby(const Seed& seed, SimulatedHost& host, std::function<void()> changed)
    : world(seed.number),
      truth(world),
      host_(host),
      changed_(std::move(changed)),
      prng_(seed, "ashby"),
      key_("the-api-key-" + std::to_string(seed.number)) {
  keyId_ = world.api.keys.add("key", ashby_simulator::ApiKeys::readScopes(), key_, 0).id;
  world.api.pager.largestPage = kPageOfList;
  world.recruiting.advanceOnOfferAccepted = prng_.chance(500);
  customField_ = world.organization.addCustomField({{"title", "Bonus"}, {"objectType", "Offer"}}, 0);
}

// Names hold no digits.
std::string Ashby::spelled(std::size_t number) {
  std::string word(1, static_cast<char>('a' + number % 26));
  return number < 26 ? word : spelled(number / 26) + word;
}

Json Ashby::invented(std::size_t number) {
  const std::string n = std::to_string(number);
  return {{"name", "Zaqir" + spelled(number) + " Okoyeq" + spelled(number)},
          {"email", "zaqir" + n + "@private.example"},
          {"phone", prng_.chance(500) ? Json("+44 7700 9001" + std::to_string(10 + number)) : Json()},
          {"jobTitle", "Job " + n + "." + std::to_string(++jobs_)},
          {"department", "Department " + std::to_string(number % 3)},
          {"salary", 40000 + 1000 * prng_.below(60)}};
}

void Ashby::hire(std::size_t number, bool atOnce, bool early, bool confidential) {
  static const std::vector<std::string> kOffers = {"none",     "created",  "pending",  "accepted", "accepted",
                                                   "accepted", "accepted", "accepted", "accepted"};
  Json given = invented(number);
  given["hire"] = atOnce;
  given["offer"] = prng_.oneOf(kOffers);
  given["confidential"] = confidential;
  if (prng_.chance(300)) given["team"] = "Team " + std::to_string(number);
  given["manager"] = nullptr;
  given["jobFields"] = {{"hiringTeam", inventedTeam()}};
  if (prng_.chance(300)) given["applicationFields"] = {{"hiringTeam", inventedTeam()}};
  if (prng_.chance(300)) given["applicationFields"]["openings"] = inventedOpening();
  if (early) given["hiredAt"] = "2023-01-05T09:00:00.000Z";
  if (early) world.outbox.muted = true;
  const Json ids = world.newHires.add(given, host_.now());
  world.outbox.muted = false;
  people_[number] = {ashby_simulator::textOf(ids, "applicationId"),
                     ashby_simulator::textOf(ids, "candidateId"), ashby_simulator::textOf(ids, "offerId")};
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

std::map<std::string, int> Ashby::faultsLeft() const {
  std::map<std::string, int> left;
  for (const auto& fault : world.api.faults.all())
    left["Ashby: " + fault.kind + (fault.kind == "status" ? " " + std::to_string(fault.status) : "")] +=
        fault.remaining;
  return left;
}

HttpOutcome Ashby::answer(const integration::HttpRequest& request, const std::string& secret) {
  ashby_simulator::Request asked{request.method,
                                 request.url.substr(sizeof(kOrigin) - 1),
                                 {{"Authorization", ashby_simulator::authorizationOf(secret)}},
                                 request.body};
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
  world.api.keys.find(keyId_)->active = true;
}

}  // namespace ashby_simulation
