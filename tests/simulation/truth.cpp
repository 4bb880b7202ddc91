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

  for (const std::string& offerId : records.offersOf(id))
    for (const Json& version : records.offers.findDoc(offerId)->at("versions")) {
      application.startDates.insert(textOf(version, "startDate"));
      const Json& salary = member(version, "salary");
      if (member(salary, "value").is_number()) application.salaries.insert(member(salary, "value").dump());
    }
}

}  // namespace ashby_simulation
