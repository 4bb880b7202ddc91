#include "world/endpoints/endpoints.hpp"

#include <algorithm>
#include <array>

namespace ashby_simulator {
namespace {

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return words.empty() || std::find(words.begin(), words.end(), word) != words.end();
}

Json expandedJob(const Records& records, const Json& doc, const std::vector<std::string>& expand,
                 views::Access access) {
  Json shown = views::job(records, doc, access);
  for (const std::string& name : expand) {
    const Json* location = records.locations.findDoc(textOf(doc, "locationId"));
    if (name == "openings") shown[name] = views::openings(records, doc);
    if (name == "location" && location != nullptr) shown[name] = *location;
  }
  return shown;
}

}  // namespace

const Endpoints::Endpoint* Endpoints::find(const std::string& name) {
  static constexpr std::array kEndpoints = {
      Endpoint{"apiKey.info", "apiKeys:read", &Endpoints::apiKeyInfo},
      Endpoint{"application.info", "candidates:read", &Endpoints::applicationInfo},
      Endpoint{"application.list", "candidates:read", &Endpoints::applicationList},
      Endpoint{"candidate.info", "candidates:read", &Endpoints::candidateInfo},
      Endpoint{"candidate.list", "candidates:read", &Endpoints::candidateList},
      Endpoint{"candidate.search", "candidates:read", &Endpoints::candidateSearch},
      Endpoint{"customField.list", "hiringProcessMetadata:read", &Endpoints::customFieldList},
      Endpoint{"department.info", "organization:read", &Endpoints::departmentInfo},
      Endpoint{"department.list", "organization:read", &Endpoints::departmentList},
      Endpoint{"file.info", "candidates:read", &Endpoints::fileInfo},
      Endpoint{"job.info", "jobs:read", &Endpoints::jobInfo},
      Endpoint{"job.list", "jobs:read", &Endpoints::jobList},
      Endpoint{"location.info", "organization:read", &Endpoints::locationInfo},
      Endpoint{"location.list", "organization:read", &Endpoints::locationList},
      Endpoint{"offer.info", "offers:read", &Endpoints::offerInfo},
      Endpoint{"offer.list", "offers:read", &Endpoints::offerList},
      Endpoint{"user.info", "organization:read", &Endpoints::userInfo},
      Endpoint{"webhook.create", "apiKeys:write", &Endpoints::webhookCreate},
      Endpoint{"webhook.delete", "apiKeys:write", &Endpoints::webhookDelete},
      Endpoint{"webhook.info", "apiKeys:read", &Endpoints::webhookInfo},
      Endpoint{"webhook.update", "apiKeys:write", &Endpoints::webhookUpdate},
  };
  for (const Endpoint& endpoint : kEndpoints) {
    if (name == endpoint.name) return &endpoint;
  }
  return nullptr;
}

Json Endpoints::success(Json results) {
  return {{"success", true}, {"results", std::move(results)}};
}

void Endpoints::notFound(std::string kind) {
  const std::string code = kind + "_not_found";
  kind[0] = static_cast<char>(kind[0] - 'a' + 'A');
  throw ApiError(code, kind + " not found");
}

Json Endpoints::apiKeyInfo(Call& call) {
  call.parameters.finish();
  return success(
      {{"title", call.key.title}, {"createdAt", isoTime(call.key.createdAt)}, {"scopes", call.key.scopes}});
}

Json Endpoints::applicationInfo(Call& call) {
  const auto id = call.parameters.optionalUuid("applicationId");
  const auto formId = call.parameters.optionalUuid("submittedFormInstanceId");
  const auto expand =
      call.parameters.words("expand", {"openings", "applicationFormSubmissions", "referrals"});
  call.parameters.finish();
  if (!id && !formId) throw ApiError("invalid_input", "Missing parameter: applicationId");
  const Entity* found = id ? records_.applications.find(*id) : nullptr;
  if (found == nullptr || !views::applicationVisible(records_, found->doc, call.access()))
    notFound("application");
  // After a merge, the older state names a candidate who no longer exists, so it can't be shown.
  const bool older = call.stale && !found->previous.is_null() &&
                     records_.candidates.find(textOf(found->previous.at("candidate"), "id")) != nullptr;
  const Json& doc = older ? found->previous : found->doc;
  Json shown = views::applicationInfo(records_, doc, call.access());
  for (const std::string& name : expand)
    shown[name] = name == "openings" ? views::openings(records_, doc) : Json::array();
  return success(std::move(shown));
}

Json Endpoints::applicationList(Call& call) {
  const Pager::Asked asked(call.parameters);
  const auto status = call.parameters.optionalWord("status", {"Hired", "Archived", "Active", "Lead"});
  const auto jobId = call.parameters.optionalUuid("jobId");
  const auto expand = call.parameters.words("expand", {"openings"});
  call.parameters.finish();
  const auto matches = [&](const Entity& entity) {
    return (!status || textOf(entity.doc, "status") == *status) &&
           (!jobId || textOf(entity.doc.at("job"), "id") == *jobId) &&
           views::applicationVisible(records_, entity.doc, call.access());
  };
  const auto view = [&](const Json& doc) {
    Json shown = views::application(records_, doc, call.access());
    for (const std::string& name : expand) shown[name] = views::openings(records_, doc);
    return shown;
  };
  return pager_.page(records_.applications, "application.list", asked, matches, view, call.now);
}

Json Endpoints::candidateInfo(Call& call) {
  const auto id = call.parameters.optionalUuid("id");
  const auto mappingId = call.parameters.optionalText("externalMappingId");
  call.parameters.finish();
  if (!id && !mappingId) throw ApiError("invalid_input", "Missing parameter: id");
  const Json* doc = id ? records_.candidates.findDoc(*id) : nullptr;
  if (doc == nullptr || !views::candidateVisible(records_, *doc, call.access())) notFound("candidate");
  return success(views::candidate(records_, *doc, call.access()));
}

Json Endpoints::candidateList(Call& call) {
  const Pager::Asked asked(call.parameters);
  call.parameters.finish();
  const auto matches = [&](const Entity& entity) {
    return views::candidateVisible(records_, entity.doc, call.access());
  };
  const auto view = [&](const Json& doc) { return views::candidate(records_, doc, call.access()); };
  return pager_.page(records_.candidates, "candidate.list", asked, matches, view, call.now);
}

Json Endpoints::customFieldList(Call& call) {
  return unarchivedList(call, records_.customFields, "customField.list", [&call](const Json& doc) {
    return call.access().privateFields || doc.at("isPrivate") != true || textOf(doc, "objectType") == "Offer";
  });
}

Json Endpoints::departmentInfo(Call& call) {
  return plainInfo(call, records_.departments, "departmentId", "department");
}

Json Endpoints::departmentList(Call& call) {
  return unarchivedList(call, records_.departments, "department.list");
}

Json Endpoints::jobInfo(Call& call) {
  const std::string id = call.parameters.uuid("id");
  const auto expand = call.parameters.words("expand", {"location", "openings"});
  call.parameters.optionalFlag("includeUnpublishedJobPostingsIds");
  call.parameters.finish();
  const Json* doc = records_.jobs.findDoc(id);
  if (doc == nullptr || !views::jobVisible(*doc, call.access())) notFound("job");
  return success(expandedJob(records_, *doc, expand, call.access()));
}

Json Endpoints::jobList(Call& call) {
  const Pager::Asked asked(call.parameters);
  const auto status = call.parameters.words("status", {"Draft", "Open", "Closed", "Archived"});
  const auto expand = call.parameters.words("expand", {"location", "openings"});
  call.parameters.optionalFlag("includeUnpublishedJobPostingsIds");
  call.parameters.finish();
  const auto matches = [&](const Entity& entity) {
    const std::string its = textOf(entity.doc, "status");
    return (status.empty() ? its != "Draft" : contains(status, its)) &&
           views::jobVisible(entity.doc, call.access());
  };
  const auto view = [&](const Json& doc) { return expandedJob(records_, doc, expand, call.access()); };
  return pager_.page(records_.jobs, "job.list", asked, matches, view, call.now);
}

Json Endpoints::locationInfo(Call& call) {
  return plainInfo(call, records_.locations, "locationId", "location");
}

Json Endpoints::locationList(Call& call) {
  const bool withRegions = call.parameters.optionalFlag("includeLocationHierarchy").value_or(false);
  return unarchivedList(call, records_.locations, "location.list", [withRegions](const Json& doc) {
    return withRegions || textOf(doc, "type") != "LocationHierarchy";
  });
}

Json Endpoints::offerInfo(Call& call) {
  const std::string id = call.parameters.uuid("offerId");
  const bool withoutForm = call.parameters.optionalFlag("excludeFormDefinition").value_or(false);
  call.parameters.finish();
  const Json* doc = records_.offers.findDoc(id);
  if (doc == nullptr || !views::offerVisible(records_, *doc, call.access())) notFound("offer");
  return success(views::offerInfo(records_, *doc, !withoutForm));
}

Json Endpoints::offerList(Call& call) {
  const Pager::Asked asked(call.parameters);
  const auto applicationId = call.parameters.optionalUuid("applicationId");
  const auto offerStatus =
      call.parameters.words("offerStatus", {"WaitingOnApprovalStart", "WaitingOnOfferApproval",
                                            "WaitingOnApprovalDefinition", "WaitingOnCandidateResponse",
                                            "CandidateRejected", "CandidateAccepted", "OfferCancelled"});
  const auto acceptance = call.parameters.words(
      "acceptanceStatus", {"Accepted", "Declined", "Pending", "Created", "Cancelled", "WaitingOnResponse"});
  const auto approval =
      call.parameters.words("approvalStatus", {"Approved", "WaitingOnApprovals", "Declined"});
  call.parameters.finish();
  const auto matches = [&](const Entity& entity) {
    const Json& doc = entity.doc;
    return contains(offerStatus, textOf(doc, "offerStatus")) &&
           contains(acceptance, textOf(doc, "acceptanceStatus")) &&
           contains(approval, textOf(doc.at("versions").back(), "approvalStatus")) &&
           views::offerVisible(records_, doc, call.access());
  };
  const auto view = [&](const Json& doc) { return views::offer(records_, doc); };
  return pager_.page(records_.offers, "offer.list", asked, matches, view, call.now,
                     applicationId ? &records_.offersOf(*applicationId) : nullptr);
}

Json Endpoints::userInfo(Call& call) {
  return plainInfo(call, records_.users, "userId", "user");
}

Json Endpoints::plainInfo(Call& call, const Collection& collection, const char* parameter, const char* kind) {
  const std::string id = call.parameters.uuid(parameter);
  call.parameters.finish();
  const Json* doc = collection.findDoc(id);
  if (doc == nullptr) notFound(kind);
  return success(*doc);
}

Json Endpoints::unarchivedList(Call& call, const Collection& collection, const char* endpoint,
                               const std::function<bool(const Json&)>& wanted) {
  const Pager::Asked asked(call.parameters);
  const bool withArchived = call.parameters.optionalFlag("includeArchived").value_or(false);
  call.parameters.finish();
  const auto matches = [&](const Entity& entity) {
    return (withArchived || entity.doc.at("isArchived") != true) && (!wanted || wanted(entity.doc));
  };
  const auto view = [](const Json& doc) { return doc; };
  return pager_.page(collection, endpoint, asked, matches, view, call.now);
}

}  // namespace ashby_simulator
