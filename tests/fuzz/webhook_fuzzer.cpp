// Fuzzes deliveries to the real library: only our signatures are accepted, acknowledged deliveries are
// durable, and refused ones have no effect.
#include <fuzzer/FuzzedDataProvider.h>

#include <algorithm>
#include <map>
#include <string>

#include "ashby/webhook/delivery.hpp"
#include "fuzzer.hpp"
#include "integration/host/plugin_instance.hpp"
#include "integration/testing/fake_host.hpp"
#include "world/signature.hpp"

using fuzzing::mustHold;
using integration::PluginInstance;
using integration::test::FakeHost;

namespace {

constexpr char kSecret[] = "the-secret-token", kOlder[] = "the-secret-token-of-before";

struct Given {
  bool enabled = true, bodyWithheld = false;
  std::string method = "POST", suffix, body;
  std::vector<integration::Header> headers;
};

std::string signatureFor(FuzzedDataProvider& input, const std::string& body) {
  switch (input.ConsumeIntegralInRange(0, 5)) {
    case 0:
      return ashby_simulator::signatureOf("a-guessed-secret", body);
    case 1:
      return ashby_simulator::signatureOf(kSecret, body + " ");
    case 2:
      return "sha256=" + std::string(64, static_cast<char>(input.ConsumeIntegral<std::uint8_t>()));
    case 3:
      return ashby_simulator::signatureOf(kOlder, body);
    default:
      return ashby_simulator::signatureOf(kSecret, body);
  }
}

// The body comes first in the input, the choices come last.
Given read(FuzzedDataProvider& input) {
  Given given;
  given.enabled = input.ConsumeIntegralInRange(0, 9) != 0;
  given.bodyWithheld = input.ConsumeIntegralInRange(0, 9) == 9;
  if (input.ConsumeIntegralInRange(0, 9) == 9)
    given.method = input.PickValueInArray({"GET", "PUT", "HEAD", "post", ""});
  const auto signatures = input.ConsumeIntegralInRange<unsigned>(0, 5);
  given.headers.resize(signatures == 0 ? 0 : signatures < 5 ? 1 : 2);
  const auto places = input.ConsumeIntegral<std::uint64_t>();
  FuzzedDataProvider choices(reinterpret_cast<const std::uint8_t*>(&places), sizeof places);
  given.body = input.ConsumeRemainingBytesAsString();
  for (integration::Header& header : given.headers)
    header = {choices.ConsumeBool() ? "Ashby-Signature" : "ashby-signature",
              signatureFor(choices, given.body)};
  return given;
}

bool isAuthentic(const Given& given) {
  return !given.headers.empty() &&
         std::all_of(given.headers.begin(), given.headers.end(), [&](const integration::Header& header) {
           return header.value == ashby_simulator::signatureOf(kSecret, given.body) ||
                  header.value == ashby_simulator::signatureOf(kOlder, given.body);
         });
}

int expectedStatus(const Given& given) {
  if (!given.enabled) return 403;
  if (given.method != "POST") return 405;
  if (given.bodyWithheld) return 413;
  return isAuthentic(given) ? 200 : 401;
}

// Returns the store without the records that a refusal may write: its count, its activity and a forced
// reconciliation.
std::map<std::string, std::string> withoutRefusals(const FakeHost& host) {
  std::map<std::string, std::string> kept;
  for (const auto& entry : host.store.entries())
    if (entry.key != "facts/rejections" && entry.key != "sweep" && !entry.key.starts_with("activity/"))
      kept[entry.key] = entry.value;
  return kept;
}

void isKept(const FakeHost& host, const Given& given) {
  const auto delivery = ashby::readDelivery(given.body).delivery;
  if (!delivery || !delivery->hired || !delivery->concernsAHire()) return;
  const auto entries = host.store.entries();
  mustHold(std::any_of(entries.begin(), entries.end(),
                       [&](const auto& entry) { return entry.key == "inbox/" + delivery->applicationId; }),
           "a hire is kept before its delivery is acknowledged", given.body);
  mustHold(host.store.wakeAt() != 0, "work is due for what was kept");
}

}  // namespace

void fuzz(std::string_view bytes) {
  static const auto library = integration::PluginLibrary::load(integration::Manifest::read(ASHBY_PLUGIN));
  FuzzedDataProvider input(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  const Given given = read(input);

  FakeHost host;
  host.secrets.set("webhookSecret", {kSecret, kOlder});
  const auto plugin = PluginInstance::create(library, {"c", "ashby"});
  if (given.enabled) plugin->enable({.services = host.services()});
  const auto before = withoutRefusals(host);
  const integration::WebhookRequest request{given.method,  given.suffix,     given.headers,     given.body,
                                            "203.0.113.5", host.clock.now(), given.bodyWithheld};
  for (int time = 0; time < 2; ++time) {
    const auto reply = plugin->handleWebhook({.services = host.services()}, request);
    mustHold(reply.httpStatus == expectedStatus(given), "a delivery is answered by the table of README.md",
             std::to_string(reply.httpStatus));
    if (reply.httpStatus == 200) isKept(host, given);
    if (reply.httpStatus != 200)
      mustHold(withoutRefusals(host) == before, "a refused delivery changes nothing");
  }
  plugin->close(std::chrono::seconds(0));
}
