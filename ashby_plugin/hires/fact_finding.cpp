#include "hires/fact_finding.hpp"

namespace ashby {
namespace {

constexpr std::size_t kDeepestDepartment = 10;
constexpr std::size_t kMostOfferPages = 20;

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

// A department that is gone or hidden leaves the field open; it doesn't keep the hire away.
Answer readDepartments(Client& client, Text id, std::vector<Department>& departments) {
  while (id && departments.size() < kDeepestDepartment) {
    Answer answer = client.ask({"department.info", {{"departmentId", *id}}});
    if (answer.trouble == Trouble::refused) return {};
    if (!answer.ok()) return answer;
    auto department = resultsAs<Department>(answer);
    if (!department) return answer;
    id = department->parentId;
    departments.push_back(*std::move(department));
  }
  return {};
}

}  // namespace

Found readApplication(Client& client, const std::string& applicationId) {
  Found found;
  Answer answer = client.ask({"application.info", {{"applicationId", applicationId}}});
  if (answer.ok())
    if (auto application = resultsAs<Application>(answer)) found.facts.application = *std::move(application);
  found.trouble = std::move(answer);
  return found;
}

Found readHire(Client& client, const Application& application) {
  Found found;
  found.facts.application = application;
  std::vector<Question> questions = {{"candidate.info", {{"id", application.candidate.id}}},
                                     {"offer.list", {{"applicationId", application.id}}}};
  if (application.job) questions.push_back({"job.info", {{"id", application.job->id}}});
  std::vector<Answer> answers = client.ask(questions);

  // A job that is gone or hidden is described by the application well enough.
  const bool jobRead = application.job && answers[2].ok();
  if (application.job && answers[2].trouble == Trouble::refused) answers.pop_back();
  for (Answer& answer : answers) {
    if (answer.ok()) continue;
    found.trouble = std::move(answer);
    return found;
  }
  auto candidate = resultsAs<Candidate>(answers[0]);
  auto offers = resultsAs<std::vector<Offer>>(answers[1]);
  auto job = jobRead ? resultsAs<Job>(answers[2]) : std::nullopt;
  for (Answer& answer : answers) {
    if (answer.ok()) continue;
    found.trouble = std::move(answer);
    return found;
  }
  found.facts.candidate = *std::move(candidate);
  found.facts.offers = *std::move(offers);
  found.facts.job = std::move(job);
  found.trouble = readMoreOffers(client, application.id, std::move(answers[1]), found.facts.offers);
  if (!found.ok()) return found;

  const Text department = found.facts.job && found.facts.job->departmentId
                              ? found.facts.job->departmentId
                              : (application.job ? application.job->departmentId : std::nullopt);
  found.trouble = readDepartments(client, department, found.facts.departments);
  return found;
}

}  // namespace ashby
