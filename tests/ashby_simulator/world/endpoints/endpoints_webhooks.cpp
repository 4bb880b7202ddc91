#include "world/endpoints/endpoints.hpp"

namespace ashby_simulator {
namespace {

bool isHttpUrl(const std::string& url) {
  return url.rfind("http://", 0) == 0 || url.rfind("https://", 0) == 0;
}

}  // namespace

Json Endpoints::webhookCreate(Call& call) {
  const auto type = call.parameters.optionalWord(
      "webhookType",
      {"applicationSubmit", "applicationUpdate", "candidateHire", "candidateStageChange", "candidateDelete",
       "candidateMerge", "interviewPlanTransition", "interviewScheduleCreate", "interviewScheduleUpdate",
       "jobPostingUpdate", "jobPostingPublish", "jobPostingUnpublish", "offerCreate", "offerUpdate",
       "offerDelete", "pushToHRIS", "surveySubmit"});
  const std::string url = call.parameters.text("requestUrl");
  const std::string secret = call.parameters.text("secretToken");
  call.parameters.finish();
  if (!type) throw ApiError("invalid_input", "Missing parameter: webhookType");
  if (!isHttpUrl(url)) throw ApiError("invalid_input", "must be a URL", "requestUrl");
  const auto id = outbox_.create(*type, url, secret);
  if (!id) throw ApiError("invalid_input", "Duplicate webhook: this type and URL exist already");
  call.savedWebhook = id;
  return savedWebhook(*id);
}

Json Endpoints::webhookUpdate(Call& call) {
  const std::string id = call.parameters.uuid("webhookId");
  const Outbox::Edit edit{call.parameters.optionalFlag("enabled"), call.parameters.optionalText("requestUrl"),
                          call.parameters.optionalText("secretToken")};
  call.parameters.finish();
  if (!edit.enabled && !edit.url && !edit.secret) {
    throw ApiError("invalid_input", "At least one of enabled, requestUrl and secretToken is needed");
  }
  if (outbox_.find(id) == nullptr) notFound("webhook");
  if (edit.url && !isHttpUrl(*edit.url)) throw ApiError("invalid_input", "must be a URL", "requestUrl");
  if (!outbox_.update(id, edit)) {
    throw ApiError("invalid_input", "Duplicate webhook: this type and URL exist already");
  }
  call.savedWebhook = id;
  return savedWebhook(id);
}

Json Endpoints::webhookInfo(Call& call) {
  const std::string id = call.parameters.uuid("webhookId");
  call.parameters.finish();
  if (outbox_.find(id) == nullptr) notFound("webhook");
  Json answer = savedWebhook(id);
  answer["results"].erase("secretToken");
  return answer;
}

Json Endpoints::webhookDelete(Call& call) {
  const std::string id = call.parameters.uuid("webhookId");
  call.parameters.finish();
  if (!outbox_.remove(id)) notFound("webhook");
  return success({{"webhookId", id}});
}

Json Endpoints::savedWebhook(const std::string& id) const {
  const WebhookSetting* setting = outbox_.find(id);
  if (setting == nullptr) notFound("webhook");
  return success({{"id", setting->id},
                  {"enabled", setting->enabled},
                  {"requestUrl", setting->url},
                  {"secretToken", setting->secret ? Json(*setting->secret) : Json()},
                  {"webhookType", setting->type}});
}

}  // namespace ashby_simulator
