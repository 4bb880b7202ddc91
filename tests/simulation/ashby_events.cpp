// The deeds of recruiters in the simulated Ashby.
#include <algorithm>

#include "ashby.hpp"
#include "world/documents.hpp"

namespace ashby_simulation {
namespace {

constexpr std::int64_t kLagMs = 45000;  // how long a read may still show the state before a change

}  // namespace

std::string Ashby::jobFor(std::size_t number) {
  const std::string title = "Job " + std::to_string(number) + "." + std::to_string(++jobs_);
  const std::string department = world.organization.addDepartment(
      {{"name", "Department " + std::to_string(3 + prng_.below(3))}}, host_.now());
  return world.organization.addJob({{"title", title}, {"departmentId", department}}, host_.now());
}

// Plans an action of people in Ashby at a time when it may no longer be possible.
void Ashby::happens(std::int64_t at, const char* what, std::size_t number,
                    std::function<void(Person&)> change) {
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
  if (!prng_.chance(80)) return;
  ashby_simulator::Fault fault;
  fault.kind = "staleRead";
  fault.endpoint = "application.info";
  fault.bodyContains = applicationId;
  fault.until = host_.now() + kLagMs;
  fault.remaining = 1 + static_cast<int>(prng_.below(3));
  world.api.faults.add(fault);
}

void Ashby::plan(const std::function<std::int64_t()>& when) {
  const std::size_t people = 2 + std::min({prng_.below(5), prng_.below(5), prng_.below(5), prng_.below(5)});
  people_.resize(people);
  for (std::size_t number = 0; number < people; ++number) planPerson(number, when);
  planTrouble(when);
}

void Ashby::planPerson(std::size_t number, const std::function<std::int64_t()>& when) {
  const bool atOnce = prng_.chance(700), early = atOnce && prng_.chance(120), confidential = prng_.chance(25);
  std::int64_t at = when();
  host_.plan(at, "applies (" + std::to_string(number) + ")", [=, this] {
    hire(number, atOnce, early, confidential);
    host_.met(early ? "hired years ago" : confidential ? "hired on a confidential job" : "hired");
    changed_();
  });
  const std::size_t events = 3 + prng_.below(3);
  // Mostly after the application; where the times fall otherwise, there is nothing to do yet.
  for (std::size_t i = 0; i < events; ++i) planEvent(number, std::max(at, when()), when);
}

void Ashby::planEvent(std::size_t number, std::int64_t later, const std::function<std::int64_t()>& when) {
  auto& recruiting = world.recruiting;
  auto now = [this] { return host_.now(); };
  const std::size_t other = prng_.below(people_.size());
  const std::size_t version = 26 + ++versions_;
  switch (prng_.below(18)) {
    case 0:
    case 1:
      happens(later, "un-hired", number,
              [=, &recruiting](Person& p) { recruiting.unhire(p.applicationId, now()); });
      break;
    case 2:
    case 3:
    case 4:
      happens(later, "hired again", number,
              [=, &recruiting](Person& p) { recruiting.hire(p.applicationId, now()); });
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
      planNewName(number, later, version);
      break;
    case 9:
      happens(later, "transferred", number, [=, this, &recruiting](Person& p) {
        recruiting.transfer(p.applicationId, jobFor(number), now());
      });
      break;
    case 10:
    case 11:
    case 12:
    case 13:
      planOffer(number, later, when);
      break;
    case 14:
    case 15:
      planTeam(number, later);
      break;
    case 16:
      happens(later, "merged", number, [=, this, &recruiting](Person& p) {
        recruiting.mergeCandidates(people_[other].candidateId, p.candidateId, now());
        p.candidateId = people_[other].candidateId;
      });
      break;
    default:
      planLoss(number, later);
      break;
  }
}

// A recruiter edits the candidate's name and address.
void Ashby::planNewName(std::size_t number, std::int64_t later, std::size_t version) {
  happens(later, "candidate edited", number, [=, this](Person& p) {
    world.recruiting.editCandidate(
        p.candidateId,
        {{"name", "Zaqir" + spelled(number) + " van Okoyeq" + spelled(version)},
         {"email", "zaqir" + std::to_string(number) + "v" + std::to_string(version) + "@private.example"}},
        host_.now());
  });
}

// Ashby forgets the candidate, or nothing happens.
void Ashby::planLoss(std::size_t number, std::int64_t later) {
  auto& recruiting = world.recruiting;
  if (prng_.chance(300))
    happens(later, "deleted", number,
            [&recruiting, this](Person& p) { recruiting.deleteCandidate(p.candidateId, host_.now()); });
  else if (prng_.chance(300))
    happens(later, "anonymised", number,
            [&recruiting, this](Person& p) { recruiting.anonymizeCandidate(p.candidateId, host_.now()); });
}

}  // namespace ashby_simulation
