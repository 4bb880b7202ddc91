#include <utility>

#include "world/documents.hpp"
#include "world/endpoints/views.hpp"
#include "world/recruiting.hpp"

namespace ashby_simulator {

using documents::ActionError;
using documents::existing;
using documents::merged;

Json Recruiting::offerVersion(const Json& terms, Millis now) {
  Json version = {{"id", ids_.uuid()}};
  // Start date and salary exist only if these system fields of the offer form are filled.
  for (const char* name : {"startDate", "salary"}) {
    if (!member(terms, name).is_null()) version[name] = terms.at(name);
  }
  const Json rest = {{"createdAt", isoTime(now)},    {"openingId", nullptr}, {"customFields", Json::array()},
                     {"fileHandles", Json::array()}, {"author", nullptr},    {"approvalStatus", nullptr}};
  version.update(rest);
  return merged(version, terms, "offer version", {"startDate", "salary"});
}

std::string Recruiting::makeOffer(const std::string& applicationId, const Json& terms, Millis now) {
  existing(records_.applications, "application", applicationId);
  const std::string id = ids_.uuid();
  Json versions = Json::array();
  versions.push_back(offerVersion(terms, now));
  records_.offers.add({{"id", id},
                       {"decidedAt", nullptr},
                       {"applicationId", applicationId},
                       {"acceptanceStatus", "Created"},
                       {"offerStatus", "WaitingOnApprovalStart"},
                       {"versions", std::move(versions)}},
                      now);
  records_.linkOffer(applicationId, id);
  tellOffer("offerCreate", id, now);
  return id;
}

void Recruiting::addOfferVersion(const std::string& offerId, const Json& terms, Millis now) {
  Json offer = existing(records_.offers, "offer", offerId);
  const bool asksApproval = !offer.at("versions").back().at("approvalStatus").is_null();
  Json version = offerVersion(terms, now);
  if (asksApproval && !terms.contains("approvalStatus")) version["approvalStatus"] = "WaitingOnApprovals";
  offer["versions"].push_back(std::move(version));
  changeOffer(offerId, std::move(offer), now);
}

void Recruiting::decideApproval(const std::string& offerId, const std::string& approvalStatus, Millis now) {
  Json offer = existing(records_.offers, "offer", offerId);
  offer["versions"].back()["approvalStatus"] = approvalStatus;
  changeOffer(offerId, std::move(offer), now);
}

void Recruiting::editOffer(const std::string& offerId, const Json& given, Millis now) {
  const Json& offer = existing(records_.offers, "offer", offerId);
  for (const char* fixed : {"applicationId", "versions"}) {
    if (given.contains(fixed)) throw ActionError("'" + std::string(fixed) + "' of an offer can't be edited");
  }
  changeOffer(offerId, merged(offer, given, "offer"), now);
}

void Recruiting::sendOffer(const std::string& offerId, Millis now) {
  decideOffer(offerId, "Pending", "WaitingOnCandidateResponse", false, now);
}

void Recruiting::acceptOffer(const std::string& offerId, Millis now) {
  decideOffer(offerId, "Accepted", "CandidateAccepted", true, now);
  if (advanceOnOfferAccepted) hire(textOf(*records_.offers.findDoc(offerId), "applicationId"), now);
}

void Recruiting::declineOffer(const std::string& offerId, Millis now) {
  decideOffer(offerId, "Declined", "CandidateRejected", true, now);
}

void Recruiting::cancelOffer(const std::string& offerId, Millis now) {
  decideOffer(offerId, "Cancelled", "OfferCancelled", false, now);
}

void Recruiting::deleteOffer(const std::string& offerId, Millis now) {
  const std::string applicationId = textOf(existing(records_.offers, "offer", offerId), "applicationId");
  records_.unlinkOffer(applicationId, offerId);
  records_.offers.remove(offerId);
  outbox_.emit("offerDelete", {{"offer", {{"id", offerId}, {"applicationId", applicationId}}}}, ids_.uuid(),
               now);
}

void Recruiting::decideOffer(const std::string& offerId, const char* acceptance, const char* status,
                             bool decided, Millis now) {
  Json offer = existing(records_.offers, "offer", offerId);
  offer["acceptanceStatus"] = acceptance;
  offer["offerStatus"] = status;
  if (decided) offer["decidedAt"] = isoTime(now);
  changeOffer(offerId, std::move(offer), now);
}

void Recruiting::changeOffer(const std::string& offerId, Json doc, Millis now) {
  records_.offers.change(offerId, std::move(doc), now);
  tellOffer("offerUpdate", offerId, now);
}

void Recruiting::tellOffer(const char* action, const std::string& id, Millis now) {
  if (outbox_.muted) return;
  outbox_.emit(action, {{"offer", views::offerInfo(records_, *records_.offers.findDoc(id), true)}},
               ids_.uuid(), now);
}

}  // namespace ashby_simulator
