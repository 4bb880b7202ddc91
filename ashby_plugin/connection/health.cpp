#include "connection/health.hpp"

#include "integration/describe_json.hpp"
#include "integration/time.hpp"

namespace ashby {
namespace {

using integration::ConnectionState;
using integration::ConnectionStatus;

constexpr std::int64_t kNothingSucceededMs = 15 * 60000;

Text timeOrNull(std::int64_t at) {
  return at == 0 ? std::nullopt : Text(integration::formatTime(at));
}

bool needsAttention(integration::Call& call) {
  integration::Range range = integration::Range::prefix(keys::kAttention);
  range.limit = 1;
  return !call.store().scan(range).entries.empty();
}

// Why it fails, "" where it doesn't.
std::string failure(integration::Call& call, const WorkFacts& work) {
  if (work.trouble == "key" || work.trouble == "permission")
    return "Imports are stopped: " + work.troubleText + ". Webhooks are still taken and kept.";
  if (!work.trouble.empty() && call.clock().now() - work.troubleSince >= kNothingSucceededMs)
    return "Nothing could be read from Ashby since " + integration::formatTime(work.troubleSince) + ": " +
           work.troubleText + ". It is tried again by itself.";
  if (needsAttention(call))
    return "A hire could not be imported for a day: see the activity for the reason. It is still tried.";
  return {};
}

}  // namespace

ConnectionStatus readStatus(integration::Call& call) {
  const Settings settings = load<Settings>(call.store(), keys::kSettings).value;
  const WebhookFacts webhook = load<WebhookFacts>(call.store(), keys::kWebhookFacts).value;
  const WorkFacts work = load<WorkFacts>(call.store(), keys::kWorkFacts).value;
  ConnectionStatus status;
  status.settings.text = integration::toJsonText(ShownSettings{settings.importFrom});
  status.lastWebhookAt = timeOrNull(webhook.at);
  status.lastImportAt = timeOrNull(work.lastImportAt);
  if (!settings.enabled) {
    status.state = ConnectionState::disabled;
    status.health =
        settings.firstEnabledAt == 0 ? "Not enabled yet." : "Disabled: deliveries from Ashby are refused.";
  } else if (!settings.complete()) {
    status.state = ConnectionState::incomplete;
    status.health = "Waiting for an Ashby API key: deliveries are taken and kept until there is one.";
  } else if (std::string why = failure(call, work); !why.empty()) {
    status.state = ConnectionState::failing;
    status.health = std::move(why);
  } else if (webhook.firstAt == 0) {
    status.state = ConnectionState::waiting;
    status.health =
        "Waiting for Ashby's first call: paste the Request URL and the Secret Token into a webhook of type "
        "\"Application Updated\" in Ashby.";
  } else {
    status.state = ConnectionState::active;
    status.health = "Active: last delivery " + integration::formatTime(webhook.at) + ".";
  }
  return status;
}

}  // namespace ashby
