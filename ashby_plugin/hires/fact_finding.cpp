#include "hires/fact_finding.hpp"

namespace ashby {
namespace {

constexpr std::size_t kDeepestDepartment = 10;
constexpr std::size_t kMostOfferPages = 20;

Question offersOf(const std::string& applicationId) {
  return {"offer.list", {{"applicationId", applicationId}}, applicationId};
}

// The rest of an application's offers, page by page, behind the first page that is in `offers` already.
Answer readMoreOffers(Client& client, const std::string& applicationId, Answer page,
                      std::vector<Offer>& offers) {
  for (std::size_t pages = 1; page.moreDataAvailable && !page.nextCursor.empty() && pages < kMostOfferPages;
       ++pages) {
    page = client.ask({"offer.list", {{"applicationId", applicationId}, {"cursor", page.nextCursor}}});
    if (!page.ok()) return page;
    auto more = resultsAs<std::vector<Offer>>(page);
    if (!more) return page;
    offers.insert(offers.end(), more->begin(), more->end());
  }
  return {};
}

Answer takeOffers(Client& client, const std::string& applicationId, Answer page, std::vector<Offer>& offers) {
  if (!page.ok()) return page;
  auto first = resultsAs<std::vector<Offer>>(page);
  if (!first) return page;
  offers = *std::move(first);
  return readMoreOffers(client, applicationId, std::move(page), offers);
}

// What is gone or hidden of a hire's surroundings leaves fields open; it doesn't keep the hire away.
template <class T>
Answer takeShared(Answer answer, std::optional<T>& into) {
  if (answer.trouble == Trouble::refused) return {};
  if (answer.ok()) into = resultsAs<T>(answer);
  return answer;
}

Answer readDepartments(Client& client, Text id, std::vector<Department>& departments) {
  while (id && departments.size() < kDeepestDepartment) {
    std::optional<Department> department;
    Answer answer =
        takeShared(client.ask({"department.info", {{"departmentId", *id}}, "", true}), department);
    if (!answer.ok() || !department) return answer;
    id = department->parentId;
    departments.push_back(*std::move(department));
  }
  return {};
}

// What the fields that are on need beyond the application and the candidate.
struct Needs {
  explicit Needs(const Choices& choices)
      : offers(choices.anyOn({"employmentStartDate", "salaryAmount", "salaryCurrency", "salaryPeriod"}) ||
               choices.asks("offer:")),
        job(choices.isOn("jobTitle") || choices.isOn("contractType") || choices.asks("job:")),
        department(choices.isOn("department") || (choices.scope && !choices.scope->departments.empty())),
        location(choices.anyOn({"placeOfWork", "workplaceType"}) ||
                 (choices.scope && !choices.scope->locations.empty())) {}
  bool offers, job, department, location;
};

Answer readSurroundings(Client& client, const Needs& needs, HireFacts& facts) {
  const auto& stub = facts.application.job;
  const auto& job = facts.job;
  const Text department = job && job->departmentId ? job->departmentId : stub ? stub->departmentId : Text();
  const Text location = job && job->locationId ? job->locationId : stub ? stub->locationId : Text();
  if (needs.department) {
    Answer answer = readDepartments(client, department, facts.departments);
    if (!answer.ok()) return answer;
  }
  if (!needs.location || !location) return {};
  return takeShared(client.ask({"location.info", {{"locationId", *location}}, "", true}), facts.location);
}

}  // namespace

std::vector<Found> readApplications(Client& client, const std::vector<std::string>& ids) {
  std::vector<Question> questions;
  for (const std::string& id : ids) questions.push_back({"application.info", {{"applicationId", id}}, id});
  std::vector<Found> each;
  for (Answer& answer : client.ask(questions)) {
    const InHand named = client.inHand(ids[each.size()]);
    Found& found = each.emplace_back();
    if (answer.ok())
      if (auto application = resultsAs<Application>(answer))
        found.facts.application = *std::move(application);
    found.trouble = std::move(answer);
  }
  return each;
}

void readHires(Client& client, const Choices& choices, const std::vector<Wanted>& wanted) {
  const Needs needs(choices);
  std::vector<Question> questions;
  for (const auto& [found, withOffers] : wanted) {
    const Application& application = found->facts.application;
    questions.push_back({"candidate.info", {{"id", application.candidate.id}}, application.id});
    if (needs.offers || withOffers) questions.push_back(offersOf(application.id));
    if (needs.job && application.job)
      questions.push_back({"job.info", {{"id", application.job->id}}, "", true});
  }
  std::vector<Answer> answers = client.ask(questions);
  auto answer = answers.begin();
  for (const auto& [found, withOffers] : wanted) {
    HireFacts& facts = found->facts;
    const InHand named = client.inHand(facts.application.id);
    auto take = [&found = found](Answer taken) {
      if (found->ok() && !taken.ok()) found->trouble = std::move(taken);
    };
    if (answer->ok())
      if (auto candidate = resultsAs<Candidate>(*answer)) facts.candidate = *std::move(candidate);
    take(*answer++);
    if (needs.offers || withOffers)
      take(takeOffers(client, facts.application.id, std::move(*answer++), facts.offers));
    if (needs.job && facts.application.job) take(takeShared(std::move(*answer++), facts.job));
    if (found->ok()) take(readSurroundings(client, needs, facts));
  }
}

Answer readOffers(Client& client, const std::string& applicationId, std::vector<Offer>& offers) {
  return takeOffers(client, applicationId, client.ask(offersOf(applicationId)), offers);
}

}  // namespace ashby
