#include "ashby/ashby_hire_source.hpp"

#include "ashby/ashby_hires.hpp"
#include "ashby/hire_fetcher.hpp"
#include "ashby/mapping/offer_choice.hpp"
#include "integration/json.hpp"

namespace ashby {
namespace {

constexpr std::int64_t kLinesOfAPage = 100;

// Asks for the page of application.list that comes with the cursor.
ApplicationPage listPage(Client& client, Question question, const std::string& cursor) {
  if (!cursor.empty()) question.parameters.emplace_back("cursor", cursor);
  Answer answer = client.ask(std::move(question));
  const auto lines = answer.ok() ? itemsAs<ApplicationLine>(answer) : std::vector<ApplicationLine>();
  ApplicationPage page;
  page.error = sourceErrorOf(answer);
  if (!answer.ok()) return page;
  page.listed = answer.results->size();
  for (const ApplicationLine& line : lines)
    page.lines.push_back({line.id, line.updatedAt, line.maybeHired()});
  if (answer.moreDataAvailable && answer.nextCursor != cursor) page.nextCursor = answer.nextCursor;
  page.token = answer.syncToken;
  return page;
}

FoundPeople search(Client& client, const char* by, const std::string& text) {
  Answer answer = client.ask({"candidate.search", {{by, text}}});
  FoundPeople found;
  const auto candidates = answer.ok() ? itemsAs<Candidate>(answer) : std::vector<Candidate>();
  found.error = sourceErrorOf(answer);
  for (const Candidate& candidate : candidates) {
    SourcePerson person{candidate.name.value_or(""), {}, candidate.applicationIds};
    for (const ContactInfo& contact : candidate.emailAddresses)
      person.emails.push_back(contact.value.value_or(""));
    if (candidate.primaryEmailAddress)
      person.emails.push_back(candidate.primaryEmailAddress->value.value_or(""));
    found.people.push_back(std::move(person));
  }
  return found;
}

}  // namespace

std::unique_ptr<HireBatch> AshbyHireSource::readApplications(const std::vector<std::string>& ids) {
  return readBatch(client_, ids);
}

ApplicationPage AshbyHireSource::listHired(const std::string& cursor) {
  return listPage(client_, {"application.list", {{"limit", kLinesOfAPage}, {"status", "Hired"}}}, cursor);
}

// Unfiltered, since a delta of the hired alone can't show who left Hired (guide "pagination and incremental
// sync").
ApplicationPage AshbyHireSource::listChanges(const std::string& token, const std::string& cursor) {
  Question question{"application.list", {{"limit", kLinesOfAPage}}};
  if (!token.empty()) question.parameters.emplace_back("syncToken", token);
  return listPage(client_, std::move(question), cursor);
}

FoundPeople AshbyHireSource::findByName(const std::string& name) {
  return search(client_, "name", name);
}

FoundPeople AshbyHireSource::findByEmail(const std::string& address) {
  return search(client_, "email", address);
}

FoundFile AshbyHireSource::linkFile(const std::string& applicationId, const std::string& fileId) {
  std::vector<Offer> offers;
  if (const Answer answer = readOffers(client_, applicationId, offers); !answer.ok())
    return {sourceErrorOf(answer), std::nullopt};
  const OfferVersion* version = agreedVersion(offers);
  if (version == nullptr) return {};
  for (const FileHandle& file : version->fileHandles) {
    if (file.id != fileId || !file.handle) continue;
    Answer answer = client_.ask({"file.info", {{"fileHandle", *file.handle}}});
    const auto given = answer.ok() ? resultsAs<FileLink>(answer) : std::nullopt;
    if (!answer.ok()) return {sourceErrorOf(answer), std::nullopt};
    if (given->url) return {{}, integration::DocumentLink{file.name.value_or(""), *given->url}};
  }
  return {};
}

}  // namespace ashby
