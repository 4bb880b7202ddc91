#include "ashby/ashby_hires.hpp"

#include <algorithm>

#include "ashby/hire_fetcher.hpp"
#include "ashby/mapping/hire_mapping.hpp"
#include "ashby/mapping/mapping_steps.hpp"

namespace ashby {
namespace {

// The reasons a person can act on, where Ashby's own word is too short.
std::string adviceFor(const std::string& code) {
  if (code == "application_not_found")
    return "Ashby does not show this application to the key: it was deleted, or its job is confidential (in "
           "Ashby, edit the key and allow access to confidential jobs)";
  if (code == "candidate_not_found") return "Ashby does not show this application's candidate to the key";
  return {};
}

class AshbyHire final : public SourceHire {
 public:
  explicit AshbyHire(FetchedHire fetched) : fetched_(std::move(fetched)) {
    const Application& told = fetched_.facts.application;
    application_ = {told.id,
                    told.hired(),
                    told.updatedAt,
                    told.candidate.name,
                    told.job ? told.job->title : std::nullopt,
                    told.status,
                    told.currentInterviewStage ? told.currentInterviewStage->title : std::nullopt};
    noteError();
  }

  FetchedHire& fetched() { return fetched_; }
  // Call it after each reading.
  void noteError() { error_ = sourceErrorOf(fetched_.error); }

  const SourceError& error() const override { return error_; }
  const SourceApplication& application() const override { return application_; }
  std::optional<std::int64_t> hireMoment() const override {
    return ashby::hireMoment(facts().application, facts().offers);
  }
  std::optional<std::int64_t> hiredAtTheLatest() const override {
    return ashby::hiredAtTheLatest(facts().application, facts().offers);
  }
  std::string outsideOf(const Scope& scope) const override { return ashby::outsideOf(scope, facts()); }
  MappedHire map(const ImportSettings& choices, const HostLists& lists) const override {
    return mapHire(facts(), choices, lists);
  }
  std::map<std::string, bool> mappedPresence(const ImportSettings& choices) const override {
    return ashby::mappedPresence(facts(), choices);
  }
  bool hasOpenOffer(const std::string& offerId) const override {
    return std::ranges::any_of(facts().offers, [&](const Offer& offer) {
      return offer.id == offerId && offer.acceptanceStatus != "Declined" &&
             offer.acceptanceStatus != "Cancelled" && offer.offerStatus != "CandidateRejected" &&
             offer.offerStatus != "OfferCancelled";
    });
  }
  bool isFedByOffer(const std::string& field, const ImportSettings& choices) const override {
    return ashby::isFedByOffer(field, choices);
  }

 private:
  const HireFacts& facts() const { return fetched_.facts; }

  FetchedHire fetched_;
  SourceApplication application_;
  SourceError error_;
};

class AshbyBatch final : public HireBatch {
 public:
  AshbyBatch(Client& client, const std::vector<std::string>& ids) : client_(client) {
    for (FetchedHire& fetched : ashby::readApplications(client, ids)) hires_.emplace_back(std::move(fetched));
  }

  std::size_t size() const override { return hires_.size(); }
  const SourceHire& at(std::size_t index) const override { return hires_.at(index); }
  void readRest(const ImportSettings& choices, const std::vector<RestOfHire>& wanted) override {
    std::vector<FetchRequest> requests;
    for (const auto& [index, withMoment] : wanted)
      requests.push_back({&hires_.at(index).fetched(), withMoment});
    readHires(client_, choices, requests);
    for (const RestOfHire& one : wanted) hires_.at(one.at).noteError();
  }

 private:
  Client& client_;
  std::vector<AshbyHire> hires_;
};

}  // namespace

SourceError sourceErrorOf(const Answer& answer) {
  const std::string advice = adviceFor(answer.code);
  return {.kind = answer.error,
          .message = answer.message,
          .advice = advice,
          .retryAfterMs = answer.retryAfterMs,
          .isMissing = answer.error == ErrorKind::refused && !advice.empty(),
          .refusesCall = answer.refusesCall()};
}

std::unique_ptr<HireBatch> readBatch(Client& client, const std::vector<std::string>& ids) {
  return std::make_unique<AshbyBatch>(client, ids);
}

}  // namespace ashby
