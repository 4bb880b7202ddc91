#include "connection/health.hpp"

#include "connection/mapped_fields.hpp"
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

// A comparison that has failed for an hour: hires that no webhook tells of aren't found meanwhile. "" if none
// does.
std::string comparisonFailure(integration::Call& call) {
  constexpr std::int64_t kFailingMs = 3600000;
  const Reconciliation sweep = load<Reconciliation>(call.store(), keys::kSweep).value;
  if (!sweep.failingSince || call.clock().now() - *sweep.failingSince < kFailingMs) return {};
  return "Comparing with Ashby fails since " + integration::formatTime(*sweep.failingSince) + ": " +
         sweep.failure.value_or("no reason is known") +
         ". Hires that no webhook tells of are not found meanwhile. It is tried again by itself.";
}

// Why it fails, "" if it doesn't.
std::string failure(integration::Call& call, const WorkFacts& work) {
  if (work.trouble == "key" || work.trouble == "permission")
    return "Imports are stopped: " + work.troubleText + ". Webhooks are still taken and kept.";
  if (!work.trouble.empty() && call.clock().now() - work.troubleSince >= kNothingSucceededMs)
    return "Nothing could be read from Ashby since " + integration::formatTime(work.troubleSince) + ": " +
           work.troubleText + ". It is tried again by itself.";
  if (needsAttention(call))
    return "A hire could not be imported for a day: see the activity for the reason. It is still tried.";
  return comparisonFailure(call);
}

// Returns what Ashby says of the version of its API that this plugin asks for; "" if nothing is to be done.
std::string versionWarning(const WorkFacts& work) {
  if (work.versionStatus == "deprecated")
    return "Ashby will stop the version of its API that this plugin uses: update the plugin within three "
           "months.";
  if (work.versionStatus == "unsupported" || work.versionStatus == "removed")
    return "Ashby no longer supports the version of its API that this plugin uses: update the plugin now.";
  return {};
}

std::string listed(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

// Returns what is wrong with the fields that are mapped, as far as Ashby's list of fields and the last new
// hires tell; "" if nothing is.
std::string unmappable(integration::Call& call, const ImportSettings& choices) {
  const MappedFieldFacts facts = load<MappedFieldFacts>(call.store(), keys::kMappedFields).value;
  const std::vector<std::string> lacked = lackedFields(choices, facts);
  if (facts.missing.empty() && !lacked.empty())
    return "none of the last " + std::to_string(kLackingInARow) +
           " new hires had a value in a custom field that is mapped: " + listed(lacked) +
           ". Look in Ashby whether it is still filled in, or choose another source.";
  if (facts.missing.empty()) return {};
  return "Ashby doesn't list custom fields that are mapped (" + listed(facts.missing) +
         "): new hires stay blank there. Each was deleted or archived, or is private and the key lacks "
         "\"Allow access to non-offer private fields?\", or its job is confidential and the key lacks "
         "\"Allow "
         "access to confidential jobs and projects?\". Tick that box in Ashby, or choose another source.";
}

// Returns what is wrong with the signature of the newest delivery; "" if nothing is.
std::string signatureProblem(integration::Call& call) {
  const Rejections refused = load<Rejections>(call.store(), keys::kRejections).value;
  if (refused.unresolved == kOtherSecret)
    return "Ashby's webhook has another Secret Token, so its last delivery was refused: copy the Secret "
           "Token from here and paste it into the webhook in Ashby.";
  if (refused.unresolved == kNotSigned)
    return "Ashby's webhook has no Secret Token, so its last delivery was refused: copy the Secret Token "
           "from here and paste it into the webhook in Ashby.";
  return {};
}

// Returns the type's name on Ashby's pages if it is known, else its name in the API.
std::string typeInWords(const std::string& action) {
  if (action == "applicationSubmit") return "Application Submitted (applicationSubmit)";
  if (action == "offerCreate") return "Offer Created (offerCreate)";
  return action;
}

// Returns what is wrong in Ashby's webhook settings, as far as deliveries tell; "" if nothing seems to be.
std::string misconfiguration(integration::Call& call, const WebhookFacts& webhook) {
  constexpr std::uint32_t kDuplicates = 3;
  constexpr std::int64_t kSilentMs = 3600000;
  if (std::string wrong = signatureProblem(call); !wrong.empty()) return wrong;
  if (webhook.otherAction && !webhook.ofHiresAt)
    return "Ashby's webhook is of the type \"" + typeInWords(*webhook.otherAction) +
           "\", which cannot tell of hires: in Ashby, create a webhook of the type \"Application Updated\" "
           "with the same Request URL and Secret Token.";
  if (webhook.doubles.value_or(0) >= kDuplicates)
    return "Ashby has two webhooks with this Request URL, so every delivery comes twice: delete one of them. "
           "No hire is imported twice by it.";
  const MissedByWebhook untold = load<MissedByWebhook>(call.store(), keys::kMissedByWebhook).value;
  const bool silent = untold.hires != 0 && untold.since > webhook.ofHiresAt.value_or(0) &&
                      call.clock().now() - untold.since >= kSilentMs;
  if (silent)
    return "Ashby's webhook is silent: since " + integration::formatTime(untold.since) +
           " hires were found by comparing with Ashby alone (" + std::to_string(untold.hires) +
           "). Look whether the webhook is still enabled in Ashby.";
  return {};
}

// Returns why a connection without a delivery that can tell of hires waits.
std::string waitingReason(const WebhookFacts& webhook) {
  if (webhook.firstAt != 0)
    return "Ashby has called: the Request URL and the Secret Token are right. Waiting for the first delivery "
           "of a webhook of the type \"Application Updated\", which any change to an application brings.";
  return "Waiting for Ashby's first call: paste the Request URL and the Secret Token into a webhook of type "
         "\"Application Updated\" in Ashby.";
}

// Returns what is said of a connection that waits, or is active.
std::string healthOfWebhook(integration::Call& call, const WebhookFacts& webhook,
                            const ImportSettings& choices) {
  const std::string wrong = misconfiguration(call, webhook), blank = unmappable(call, choices);
  if (!webhook.ofHiresAt)
    return (wrong.empty() ? waitingReason(webhook) : wrong) + (blank.empty() ? "" : " Also, " + blank);
  const std::string& problem = wrong.empty() ? blank : wrong;
  return problem.empty() ? "Active: last delivery " + integration::formatTime(webhook.at) + "."
                         : "Active, but: " + problem;
}

}  // namespace

ConnectionStatus readStatus(integration::Call& call) {
  const Settings settings = load<Settings>(call.store(), keys::kSettings).value;
  const WebhookFacts webhook = load<WebhookFacts>(call.store(), keys::kWebhookFacts).value;
  const WorkFacts work = load<WorkFacts>(call.store(), keys::kWorkFacts).value;
  ConnectionStatus status;
  status.settings.text = integration::toJsonText(
      ShownSettings{settings.chosen(), settings.importFrom, settings.keepDiscardedDays});
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
  } else {
    // Ashby's ping doesn't tell of which type its webhook is: a delivery that may be a hire's has to come.
    status.state = webhook.ofHiresAt ? ConnectionState::active : ConnectionState::waiting;
    status.health = healthOfWebhook(call, webhook, settings.chosen());
  }
  if (status.state == ConnectionState::incomplete || status.state == ConnectionState::failing)
    if (const std::string wrong = signatureProblem(call); !wrong.empty()) status.health += " " + wrong;
  if (const std::string warning = versionWarning(work); !warning.empty() && settings.complete())
    status.health += " " + warning;
  return status;
}

}  // namespace ashby
