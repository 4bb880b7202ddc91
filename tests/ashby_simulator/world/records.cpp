#include "world/records.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace ashby_simulator {
namespace {

const std::vector<std::string> kNone;

}  // namespace

Records::Records(IdGenerator& ids) : interviewPlanId(ids.uuid()) {
  stages = {
      {ids.uuid(), "New Lead", "Lead", 0},    {ids.uuid(), "Application Review", "PreInterviewScreen", 1},
      {ids.uuid(), "Interview", "Active", 4}, {ids.uuid(), "Offer", "Offer", 8},
      {ids.uuid(), "Hired", "Hired", 9},      {ids.uuid(), "Archived", "Archived", 10}};
}

const Stage& Records::stage(const std::string& id) const {
  return *std::find_if(stages.begin(), stages.end(), [&](const Stage& stage) { return stage.id == id; });
}

const Stage& Records::stageOfType(const std::string& type) const {
  const auto found =
      std::find_if(stages.begin(), stages.end(), [&](const Stage& s) { return s.type == type; });
  if (found == stages.end()) throw std::invalid_argument("no stage of type '" + type + "'");
  return *found;
}

void Records::linkApplication(const std::string& candidateId, const std::string& applicationId) {
  applicationsByCandidate_[candidateId].push_back(applicationId);
}

void Records::linkOffer(const std::string& applicationId, const std::string& offerId) {
  offersByApplication_[applicationId].push_back(offerId);
}

void Records::unlinkOffer(const std::string& applicationId, const std::string& offerId) {
  auto& linked = offersByApplication_[applicationId];
  linked.erase(std::remove(linked.begin(), linked.end(), offerId), linked.end());
}

std::vector<std::string> Records::takeApplicationsOf(const std::string& candidateId) {
  auto taken = std::move(applicationsByCandidate_[candidateId]);
  applicationsByCandidate_.erase(candidateId);
  return taken;
}

std::vector<std::string> Records::takeOffersOf(const std::string& applicationId) {
  auto taken = std::move(offersByApplication_[applicationId]);
  offersByApplication_.erase(applicationId);
  return taken;
}

const std::vector<std::string>& Records::applicationsOf(const std::string& candidateId) const {
  const auto found = applicationsByCandidate_.find(candidateId);
  return found == applicationsByCandidate_.end() ? kNone : found->second;
}

const std::vector<std::string>& Records::offersOf(const std::string& applicationId) const {
  const auto found = offersByApplication_.find(applicationId);
  return found == offersByApplication_.end() ? kNone : found->second;
}

}  // namespace ashby_simulator
