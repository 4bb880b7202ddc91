#pragma once

#include "world/records.hpp"

/// Records as Ashby shows them: explicit nulls where live data has nulls, absent fields where they are
/// absent.
namespace ashby_simulator::views {

/// What a reader may see. A key without the toggle for confidential jobs sees none, nor their applications
/// and candidates; one without the toggle for private fields sees those of offers alone.
struct Access {
  bool confidential = false;
  bool privateFields = false;
};
/// Webhooks tell everything.
constexpr Access kEverything = {true, true};

/// Without the private ones, unless they may be seen.
Json visibleFields(const Json& customFields, Access access);

bool jobVisible(const Json& job, Access access);
bool applicationVisible(const Records& records, const Json& application, Access access);
bool candidateVisible(const Records& records, const Json& candidate, Access access);
bool offerVisible(const Records& records, const Json& offer, Access access);

/// As in application.list and in webhooks.
Json application(const Records& records, const Json& doc, Access access);

/// As in application.info: with applicationHistory, and resumeFileHandle if there is one.
Json applicationInfo(const Records& records, const Json& doc, Access access);

Json candidate(const Records& records, const Json& doc, Access access);
Json job(const Records& records, const Json& doc, Access access);

/// As the expansion `openings` of an application or a job gives them.
Json openings(const Records& records, const Json& doc);

/// As in offer.list: the latest version only.
Json offer(const Records& records, const Json& doc);

/// As in offer.info and in webhooks.
Json offerInfo(const Records& records, const Json& doc, bool withFormDefinition);

/// The most recent accepted offer of an application, as candidateHire carries it; null without one.
Json acceptedOffer(const Records& records, const std::string& applicationId);

}  // namespace ashby_simulator::views
