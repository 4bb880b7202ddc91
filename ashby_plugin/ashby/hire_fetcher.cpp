#include "ashby/hire_fetcher.hpp"

#include "ashby/mapping/offer_choice.hpp"
#include "ashby/mapping/opening_choice.hpp"

namespace ashby {
namespace {

constexpr std::size_t kDeepestDepartment = 10;
constexpr std::size_t kMostOfferPages = 20;

Question offersOf(const std::string& applicationId) {
  return {"offer.list", {{"applicationId", applicationId}}, applicationId};
}

// The offers that were read of an application. isWhole: no answer, and no offer of one, had to be left out.
struct OffersRead {
  std::vector<Offer> offers;
  bool isWhole = true;
};

void takePage(Answer& page, OffersRead& read) {
  Answer copy = page;
  const auto offers = itemsAs<Offer>(copy);
  const bool isList = page.results && page.results->is_array();
  read.isWhole &= copy.ok() && isList && offers.size() == page.results->size();
  read.offers.insert(read.offers.end(), offers.begin(), offers.end());
}

// Asks for all versions of the accepted offer if the list shows none of it that counts: the newest may wait
// for its approval, or be left out. If Ashby won't say, what is known must do.
Answer completeVersions(Client& client, const std::string& applicationId, std::vector<Offer>& offers) {
  const Offer* accepted = acceptedOffer(offers);
  if (accepted == nullptr || !accepted->id || agreedVersion(*accepted) != nullptr) return {};
  Answer answer = client.ask({"offer.info", {{"offerId", *accepted->id}}, applicationId});
  if (answer.refusesCall()) return {};
  if (!answer.ok()) return answer;
  if (auto whole = resultsAs<Offer>(answer)) {
    Offer& offer = offers[static_cast<std::size_t>(accepted - offers.data())];
    offer.versions = std::move(whole->versions);
    if (!offer.latestVersion) offer.latestVersion = std::move(whole->latestVersion);
  }
  return {};
}

// The first page is `page`; the others are asked for.
Answer takeOffers(Client& client, const std::string& applicationId, Answer page, OffersRead& read) {
  if (!page.ok()) return page;
  takePage(page, read);
  for (std::size_t pages = 1; page.moreDataAvailable && !page.nextCursor.empty() && pages < kMostOfferPages;
       ++pages) {
    page = client.ask({"offer.list", {{"applicationId", applicationId}, {"cursor", page.nextCursor}}});
    if (!page.ok()) return page;
    takePage(page, read);
  }
  return completeVersions(client, applicationId, read.offers);
}

// Takes an answer about a hire's surroundings. A gone, hidden or unreadable one leaves fields open; it
// doesn't keep the hire away. `what` names an answer that can't be read.
template <class T>
Answer takeShared(Answer answer, std::optional<T>& into, const char* what, LeftOut& leftOut) {
  if (answer.error == ErrorKind::refused) return {};
  if (!answer.ok()) return answer;
  into = resultsAs<T>(answer);
  if (!into) leftOut.emplace_back(what);
  return {};
}

Answer readDepartments(Client& client, Text id, HireFacts& facts) {
  while (id && facts.departments.size() < kDeepestDepartment) {
    std::optional<Department> department;
    Answer answer = takeShared(client.ask({"department.info", {{"departmentId", *id}}, "", true}), department,
                               "department", facts.leftOut);
    if (!answer.ok() || !department) return answer;
    if (!department->id) department->id = id;
    id = department->parentId;
    facts.departments.push_back(*std::move(department));
  }
  return {};
}

// The data that the enabled fields need beyond the application and the candidate.
struct RequiredData {
  explicit RequiredData(const ImportSettings& choices)
      : offers(choices.anyOn({"employmentStartDate", "salaryAmount", "salaryCurrency", "salaryPeriod"}) ||
               choices.asks("offer:")),
        job(choices.anyOn({"jobTitle", "contractType", "managerName", "managerEmail"}) ||
            choices.asks("job:")),
        department(choices.isOn("department") || (choices.scope && !choices.scope->departments.empty())),
        location(choices.anyOn({"placeOfWork", "workplaceType"}) ||
                 (choices.scope && !choices.scope->locations.empty())),
        opening(location || choices.isOn("contractType")) {}
  bool offers, job, department, location;
  bool opening;  // which was filled: of several, the offer tells

  bool offersOf(const Application& application) const {
    return offers || (opening && application.openings.size() > 1);
  }
};

Text jobOf(const Application& application) {
  return application.job ? application.job->id : std::nullopt;
}

Answer readSurroundings(Client& client, const RequiredData& needs, HireFacts& facts) {
  const auto& stub = facts.application.job;
  const auto& job = facts.job;
  if (needs.department) {
    const Text department = job && job->departmentId ? job->departmentId : stub ? stub->departmentId : Text();
    Answer answer = readDepartments(client, department, facts);
    if (!answer.ok()) return answer;
  }
  const Text location = needs.location ? workplaceOf(facts).locationId : std::nullopt;
  if (!location) return {};
  Answer answer = takeShared(client.ask({"location.info", {{"locationId", *location}}, "", true}),
                             facts.location, "location", facts.leftOut);
  if (facts.location && !facts.location->id) facts.location->id = location;
  return answer;
}

}  // namespace

std::vector<FetchedHire> readApplications(Client& client, const std::vector<std::string>& ids) {
  std::vector<Question> questions;
  for (const std::string& id : ids)
    questions.push_back(
        {"application.info", {{"applicationId", id}, {"expand", std::vector<std::string>{"openings"}}}, id});
  std::vector<FetchedHire> each;
  for (Answer& answer : client.ask(questions)) {
    const InHand named = client.inHand(ids[each.size()]);
    FetchedHire& found = each.emplace_back();
    if (answer.ok())
      if (auto application = resultsAs<Application>(answer))
        found.facts.application = *std::move(application);
    found.error = std::move(answer);
  }
  return each;
}

void readHires(Client& client, const ImportSettings& choices, const std::vector<FetchRequest>& wanted) {
  const RequiredData needs(choices);
  std::vector<Question> questions;
  for (const auto& [found, withOffers] : wanted) {
    const Application& application = found->facts.application;
    questions.push_back({"candidate.info", {{"id", application.candidate.id}}, application.id});
    if (needs.offersOf(application) || withOffers) questions.push_back(offersOf(application.id));
    if (needs.job && jobOf(application))
      questions.push_back({"job.info", {{"id", *jobOf(application)}}, "", true});
  }
  std::vector<Answer> answers = client.ask(questions);
  auto answer = answers.begin();
  for (const auto& [found, withOffers] : wanted) {
    HireFacts& facts = found->facts;
    const InHand named = client.inHand(facts.application.id);
    auto take = [&found = found](Answer taken) {
      if (found->ok() && !taken.ok()) found->error = std::move(taken);
    };
    if (answer->ok())
      if (auto candidate = resultsAs<Candidate>(*answer)) facts.candidate = *std::move(candidate);
    take(*answer++);
    if (needs.offersOf(facts.application) || withOffers) {
      OffersRead read;
      take(takeOffers(client, facts.application.id, std::move(*answer++), read));
      facts.offers = std::move(read.offers);
      if (!read.isWhole) facts.leftOut.emplace_back("offers");
    }
    if (needs.job && jobOf(facts.application))
      take(takeShared(std::move(*answer++), facts.job, "job", facts.leftOut));
    if (found->ok()) take(readSurroundings(client, needs, facts));
  }
}

Answer readOffers(Client& client, const std::string& applicationId, std::vector<Offer>& offers) {
  OffersRead read;
  Answer answer = takeOffers(client, applicationId, client.ask(offersOf(applicationId)), read);
  offers = std::move(read.offers);
  return answer;
}

}  // namespace ashby
