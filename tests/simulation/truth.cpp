#include "truth.hpp"

namespace ashby_simulation {

using ashby_simulator::Json;
using ashby_simulator::member;
using ashby_simulator::textOf;

void Truth::add(const std::string& applicationId, bool early, bool confidential) {
  Application& application = applications_[applicationId];
  application.early = early;
  application.confidential = confidential;
  observe(applicationId, application);
}

void Truth::observe() {
  for (auto& [id, application] : applications_) observe(id, application);
}

const Application* Truth::find(const std::string& applicationId) const {
  const auto found = applications_.find(applicationId);
  return found == applications_.end() ? nullptr : &found->second;
}

void Truth::observe(const std::string& id, Application& application) {
  const auto& records = world_.records;
  const Json* doc = records.applications.findDoc(id);
  application.gone = doc == nullptr;
  if (doc == nullptr) return;
  const bool hired = textOf(*doc, "status") == "Hired";
  application.everLeft = application.everLeft || (application.wasHired && !hired);
  application.wasHired = application.wasHired || hired;
  application.hired = hired;
  if (!hired) application.early = false;  // whoever is hired again is hired now
  application.updates.insert(textOf(*doc, "updatedAt"));

  const Json& candidate = *records.candidates.findDoc(textOf(member(*doc, "candidate"), "id"));
  application.names.insert(textOf(candidate, "name"));
  for (const Json& contact : candidate.at("emailAddresses"))
    application.emails.insert(textOf(contact, "value"));
  for (const Json& contact : candidate.at("phoneNumbers"))
    application.phones.insert(textOf(contact, "value"));

  const Json& job = *records.jobs.findDoc(textOf(member(*doc, "job"), "id"));
  application.title = textOf(job, "title");
  application.titles.insert(application.title);
  const Json* department = records.departments.findDoc(textOf(job, "departmentId"));
  while (department != nullptr && !member(*department, "parentId").is_null())
    department = records.departments.findDoc(textOf(*department, "parentId"));
  application.department = department == nullptr ? "" : textOf(*department, "name");
  application.departments.insert(application.department);

  observeTeams(*doc, job, application);
  observeOffers(id, application);
}

// A version counts once it is approved, or if nobody is asked to approve it. The accepted offer that was
// decided last says what is agreed on.
void Truth::observeOffers(const std::string& id, Application& application) const {
  std::string decidedLast;
  application.startDate.clear();
  for (const std::string& offerId : world_.records.offersOf(id)) {
    const Json& offer = *world_.records.offers.findDoc(offerId);
    std::string start;
    for (const Json& version : offer.at("versions")) {
      const Json& approval = version.at("approvalStatus");
      if (!approval.is_null() && approval != "Approved") continue;
      start = textOf(version, "startDate");
      application.startDates.insert(start);
      const Json& salary = member(version, "salary");
      if (member(salary, "value").is_number()) application.salaries.insert(member(salary, "value").dump());
    }
    const std::string decided = textOf(offer, "decidedAt");
    if (textOf(offer, "acceptanceStatus") != "Accepted" || decided < decidedLast) continue;
    application.startDate = decided == decidedLast ? "" : start;
    decidedLast = decided;
  }
}

// The manager is the first of the team closest to the hire that has one: application, job, opening.
void Truth::observeTeams(const Json& doc, const Json& job, Application& application) const {
  std::vector<const Json*> levels = {&doc.at("hiringTeam"), &job.at("hiringTeam")};
  for (const Json& opening : doc.at("openings"))
    levels.push_back(&opening.at("latestVersion").at("hiringTeam"));
  application.manager.clear();
  for (const Json* team : levels)
    for (const Json& person : *team) {
      if (textOf(person, "role") != "Hiring Manager") continue;
      const std::string email = textOf(*world_.records.users.findDoc(textOf(person, "userId")), "email");
      application.managers.insert(email);
      if (application.manager.empty()) application.manager = email;
    }
}

}  // namespace ashby_simulation
