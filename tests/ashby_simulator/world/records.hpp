#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "world/collection.hpp"
#include "world/id_generator.hpp"

namespace ashby_simulator {

/// A stage of the only interview plan. The customer chooses titles; `type` is Ashby's group of the stage.
struct Stage {
  std::string id;
  std::string title;
  std::string type;
  int order = 0;
};

/// All records of one Ashby organisation. Documents refer to each other by id: an application has
/// `candidate.id`, `job.id` and `currentInterviewStage.id`; people are user ids. views.hpp fills in the rest.
class Records {
 public:
  explicit Records(IdGenerator& ids);
  Records(const Records&) = delete;
  Records& operator=(const Records&) = delete;

  Collection users;
  Collection departments;
  Collection locations;
  Collection customFields;
  Collection jobs;
  Collection candidates;
  Collection applications;
  Collection offers;

  /// The number of fields of the offer form in webhooks and offer.info. Real forms can be very large.
  int offerFormFields = 3;

  std::string interviewPlanId;
  std::vector<Stage> stages;
  const Stage& stage(const std::string& id) const;
  const Stage& stageOfType(const std::string& type) const;

  void linkApplication(const std::string& candidateId, const std::string& applicationId);
  void linkOffer(const std::string& applicationId, const std::string& offerId);
  void unlinkOffer(const std::string& applicationId, const std::string& offerId);
  std::vector<std::string> takeApplicationsOf(const std::string& candidateId);
  std::vector<std::string> takeOffersOf(const std::string& applicationId);
  const std::vector<std::string>& applicationsOf(const std::string& candidateId) const;
  const std::vector<std::string>& offersOf(const std::string& applicationId) const;

 private:
  using Links = std::unordered_map<std::string, std::vector<std::string>>;
  Links applicationsByCandidate_;
  Links offersByApplication_;
};

}  // namespace ashby_simulator
