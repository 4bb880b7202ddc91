#pragma once

#include "world/records.hpp"

/// Records as Ashby shows them: null or absent fields as in live data.
namespace ashby_simulator::views {

/// The rights of a reader.
struct Access {
  bool confidential = false;   ///< Sees confidential jobs, with their applications and candidates.
  bool privateFields = false;  ///< Sees private fields; without this, only those of offers.
};
/// Webhooks show everything.
constexpr Access kEverything = {true, true};

/// Returns the fields that `access` shows.
Json visibleFields(const Json& customFields, Access access);

bool jobVisible(const Json& job, Access access);
bool applicationVisible(const Records& records, const Json& application, Access access);
bool candidateVisible(const Records& records, const Json& candidate, Access access);
bool offerVisible(const Records& records, const Json& offer, Access access);

/// Returns an application as in application.list and in webhooks.
Json application(const Records& records, const Json& doc, Access access);

/// Returns an application as in application.info: with applicationHistory, and resumeFileHandle if there is
/// one.
Json applicationInfo(const Records& records, const Json& doc, Access access);

Json candidate(const Records& records, const Json& doc, Access access);
Json job(const Records& records, const Json& doc, Access access);

/// Returns the expansion `openings` of an application or a job.
Json openings(const Records& records, const Json& doc);

/// Returns an offer as in offer.list: the latest version only.
Json offer(const Records& records, const Json& doc);

/// Returns an offer as in offer.info and in webhooks.
Json offerInfo(const Records& records, const Json& doc, bool withFormDefinition);

/// Returns the newest accepted offer of an application, as in candidateHire; null if there is none.
Json acceptedOffer(const Records& records, const std::string& applicationId);

}  // namespace ashby_simulator::views
