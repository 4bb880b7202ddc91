#pragma once

#include <string>

#include "world/outbox.hpp"
#include "world/records.hpp"

namespace ashby_simulator {

/// Actions of recruiters on candidates, applications and offers, with the webhooks that Ashby sends for them.
/// `given` holds fields with Ashby's names (README.md). Each `add` and `make` returns the id. Throws
/// documents::ActionError; then nothing has changed.
class Recruiting {
 public:
  Recruiting(IdGenerator& ids, Records& records, Outbox& outbox)
      : ids_(ids), records_(records), outbox_(outbox) {}

  /// Ashby's setting "Advance on Offer Accepted", on by default: accepting the offer hires the candidate.
  bool advanceOnOfferAccepted = true;

  /// Takes Ashby's own fields, and `email` and `phone` for one personal address or number. Ashby has no
  /// webhook for this.
  std::string addCandidate(const Json& given, Millis now);
  void editCandidate(const std::string& id, const Json& given, Millis now);

  /// Moves the applications to the survivor and removes the other candidate. Sends candidateMerge.
  void mergeCandidates(const std::string& survivorId, const std::string& goneId, Millis now);

  /// Deletes a candidate with all applications and offers. Sends candidateDelete.
  void deleteCandidate(const std::string& id, Millis now);

  /// Removes all personal data for good; the record and its applications stay. Ashby has no webhook for this.
  void anonymizeCandidate(const std::string& id, Millis now);

  /// Adds an application; `given` needs `candidateId` and `jobId`. Sends applicationSubmit.
  std::string addApplication(const Json& given, Millis now);

  /// Changes an application. Sends applicationUpdate.
  void editApplication(const std::string& id, const Json& given, Millis now);
  void transfer(const std::string& applicationId, const std::string& jobId, Millis now);

  /// Moves an application to the stage of this type; does nothing if it is there already. Sends
  /// candidateStageChange, applicationUpdate and, for `Hired`, candidateHire, all with one action id.
  void move(const std::string& applicationId, const std::string& stageType, Millis now);
  void hire(const std::string& applicationId, Millis now) { move(applicationId, "Hired", now); }
  void unhire(const std::string& applicationId, Millis now) { move(applicationId, "Offer", now); }
  void archive(const std::string& applicationId, const std::string& reason, Millis now);

  /// Makes an offer with one version. Terms: `startDate` (YYYY-MM-DD), `salary` {value, currencyCode},
  /// `customFields`, ... Sends offerCreate.
  std::string makeOffer(const std::string& applicationId, const Json& terms, Millis now);

  /// Adds a version, which needs approval again if the last one did. This and the next functions send
  /// offerUpdate.
  void addOfferVersion(const std::string& offerId, const Json& terms, Millis now);
  /// Decides on the newest version: `Approved`, `WaitingOnApprovals` or `Declined`.
  void decideApproval(const std::string& offerId, const std::string& approvalStatus, Millis now);
  void editOffer(const std::string& offerId, const Json& given, Millis now);
  void sendOffer(const std::string& offerId, Millis now);
  void acceptOffer(const std::string& offerId, Millis now);
  void declineOffer(const std::string& offerId, Millis now);
  void cancelOffer(const std::string& offerId, Millis now);

  /// Deletes an offer. Sends offerDelete.
  void deleteOffer(const std::string& offerId, Millis now);

 private:
  Json offerVersion(const Json& terms, Millis now);
  void decideOffer(const std::string& offerId, const char* acceptance, const char* status, bool decided,
                   Millis now);
  void changeOffer(const std::string& offerId, Json doc, Millis now);
  void tellOffer(const char* action, const std::string& id, Millis now);
  void tellApplication(const char* action, const std::string& id, const std::string& actionId, Millis now);
  void enterStage(Json& application, const Stage& stage, Millis now);

  IdGenerator& ids_;
  Records& records_;
  Outbox& outbox_;
};

}  // namespace ashby_simulator
