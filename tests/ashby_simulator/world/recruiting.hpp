#pragma once

#include <string>

#include "world/outbox.hpp"
#include "world/records.hpp"

namespace ashby_simulator {

/// What recruiters do to candidates, applications and offers, with the webhooks that Ashby sends for it.
/// `given` holds fields as Ashby names them (README.md); each `add` and `make` returns the id.
/// Throws documents::ActionError, and then nothing has changed.
class Recruiting {
 public:
  Recruiting(IdGenerator& ids, Records& records, Outbox& outbox)
      : ids_(ids), records_(records), outbox_(outbox) {}

  /// Ashby's setting "Advance on Offer Accepted", on by default: accepting the offer hires.
  bool advanceOnOfferAccepted = true;

  /// Besides Ashby's own fields: `email`, `phone` for one personal address or number. Ashby has no webhook
  /// for it.
  std::string addCandidate(const Json& given, Millis now);
  void editCandidate(const std::string& id, const Json& given, Millis now);

  /// candidateMerge. The survivor takes the applications over; the other id is gone.
  void mergeCandidates(const std::string& survivorId, const std::string& goneId, Millis now);

  /// candidateDelete. Applications and offers go too.
  void deleteCandidate(const std::string& id, Millis now);

  /// Everything personal goes, for good; the record and its applications stay. Ashby has no webhook for it.
  void anonymizeCandidate(const std::string& id, Millis now);

  /// `given` needs `candidateId` and `jobId`. applicationSubmit.
  std::string addApplication(const Json& given, Millis now);

  /// applicationUpdate.
  void editApplication(const std::string& id, const Json& given, Millis now);
  void transfer(const std::string& applicationId, const std::string& jobId, Millis now);

  /// To the stage of this type, with candidateStageChange and applicationUpdate, and candidateHire for
  /// `Hired`, all with one action id. Nothing happens if it is there already.
  void move(const std::string& applicationId, const std::string& stageType, Millis now);
  void hire(const std::string& applicationId, Millis now) { move(applicationId, "Hired", now); }
  void unhire(const std::string& applicationId, Millis now) { move(applicationId, "Offer", now); }
  void archive(const std::string& applicationId, const std::string& reason, Millis now);

  /// Terms: `startDate` (YYYY-MM-DD), `salary` {value, currencyCode}, `customFields`, ... of a version.
  /// offerCreate.
  std::string makeOffer(const std::string& applicationId, const Json& terms, Millis now);

  /// Each of these: offerUpdate. A new version asks for approval again where the last one did.
  void addOfferVersion(const std::string& offerId, const Json& terms, Millis now);
  /// Of the newest version: `Approved`, `WaitingOnApprovals` or `Declined`.
  void decideApproval(const std::string& offerId, const std::string& approvalStatus, Millis now);
  void editOffer(const std::string& offerId, const Json& given, Millis now);
  void sendOffer(const std::string& offerId, Millis now);
  void acceptOffer(const std::string& offerId, Millis now);
  void declineOffer(const std::string& offerId, Millis now);
  void cancelOffer(const std::string& offerId, Millis now);

  /// offerDelete.
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
