// What recruiters do in the simulated Ashby, and what goes wrong in it.
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
      {{"name", "Department " + std::to_string(3 + dice_.below(3))}}, host_.now());
  return world.organization.addJob({{"title", title}, {"departmentId", department}}, host_.now());
}

// What people do in Ashby at a time when it may no longer be possible.
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
  const std::size_t people = 2 + std::min({dice_.below(5), dice_.below(5), dice_.below(5), dice_.below(5)});
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
  const std::size_t events = 3 + dice_.below(3);
  for (std::size_t i = 0; i < events; ++i) {
    // Mostly after it applied; where the times fall otherwise, there is nothing to do yet.
    const std::int64_t later = std::max(at, when());
    const std::size_t other = dice_.below(people_.size());
    const std::size_t version = 26 + ++versions_;
    const std::string n = std::to_string(number), v = std::to_string(version);
    switch (dice_.below(16)) {
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
        happens(later, "candidate edited", number, [=, &recruiting](Person& p) {
          recruiting.editCandidate(p.candidateId,
                                   {{"name", "Zaqir" + spelled(number) + " van Okoyeq" + spelled(version)},
                                    {"email", "zaqir" + n + "v" + v + "@private.example"}},
                                   now());
        });
        break;
      case 9:
        happens(later, "transferred", number, [=, this, &recruiting](Person& p) {
          recruiting.transfer(p.applicationId, jobFor(number), now());
        });
        break;
      case 10:
        happens(later, "offer made", number, [=, &recruiting](Person& p) {
          p.offerId = recruiting.makeOffer(p.applicationId,
                                           {{"startDate", "2027-02-0" + std::to_string(1 + number)},
                                            {"salary", {{"value", 50500}, {"currencyCode", "EUR"}}}},
                                           now());
          recruiting.sendOffer(p.offerId, now());
        });
        break;
      case 11:
        happens(later, "offer changed", number, [=, &recruiting](Person& p) {
          recruiting.addOfferVersion(p.offerId, {{"startDate", "2027-03-0" + std::to_string(1 + number)}},
                                     now());
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
        else if (dice_.chance(300))
          happens(later, "anonymised", number,
                  [=, &recruiting](Person& p) { recruiting.anonymizeCandidate(p.candidateId, now()); });
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
  static const std::vector<Kind> kKinds = {{"status", "", 500},
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
                                           {"error", "application.list", 200}};
  const std::size_t troubles = 1 + dice_.below(3);
  for (std::size_t i = 0; i < troubles; ++i) {
    const Kind kind = dice_.oneOf(kKinds);
    const int times = 1 + static_cast<int>(dice_.below(6));
    const int retryAfter = static_cast<int>(dice_.below(200));
    host_.plan(when(), std::string("Ashby has trouble: ") + kind.kind + " " + std::to_string(kind.status),
               [=, this] {
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
  if (dice_.chance(500)) {
    host_.plan(when(), "a custom field vanishes", [this] {
      world.organization.editCustomField(customField_, {{"isArchived", true}}, host_.now());
      listsCustomField_ = false;
      host_.met("custom field vanished");
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
      world.api.keys.find(keyId_)->active = false;
      host_.met("key deactivated");
      host_.later(lasts, [this] { world.api.keys.find(keyId_)->active = true; });
    });
  }
}

}  // namespace ashby_simulation
