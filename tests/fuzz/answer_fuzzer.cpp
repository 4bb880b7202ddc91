// Fuzzes the answers of a compromised or imitated Ashby: any bytes with any status, or right answers with odd
// members. The plugin's real library must go on to import, list and add, break no contract and write only
// UTF-8. Odd members keep no hire away, except in the application itself.
#include <fuzzer/FuzzedDataProvider.h>

#include <string>

#include "ashby_http.hpp"
#include "fuzzer.hpp"
#include "integration/describe_json.hpp"
#include "integration/extensions.hpp"
#include "integration/host/plugin_instance.hpp"
#include "integration/host/run_extension.hpp"
#include "integration/testing/fake_host.hpp"

using fuzzing::mustHold;
using integration::CallOptions;
using integration::HireState;
using integration::Json;
using integration::PluginInstance;
using integration::PluginLibrary;

namespace {

constexpr char kSecret[] = "the-secret-token", kKey[] = "the-api-key";
constexpr int kMostRuns = 40;
constexpr std::int64_t kHourMs = 3600000;

class Connection {
 public:
  explicit Connection(std::shared_ptr<const PluginLibrary> library)
      : plugin_(PluginInstance::create(std::move(library), {"c", "ashby"})) {
    host_.secrets.set("webhookSecret", {kSecret});
    host_.secrets.set("apiKey", {kKey});
    run([&] { plugin_->enable(options()); });
    run([&] { plugin_->configure(options(), R"({"apiKey":"apiKey"})"); });
    work();
  }
  ~Connection() { plugin_->close(std::chrono::seconds(0)); }

  // Hires somebody with an opening, and with a newer offer version that waits for approval. So the plugin
  // needs all endpoints.
  void hire() {
    const auto openings =
        ashby_simulator::Json::parse(R"([{"id":"o-1","latestVersion":{"employmentType":"PartTime"}}])");
    const auto ids = ashby.world.newHires.add(
        {{"name", "Nadia Okoye"}, {"salary", 52000}, {"applicationFields", {{"openings", openings}}}}, now());
    ashby.world.recruiting.addOfferVersion(ids.at("offerId").get<std::string>(),
                                           {{"approvalStatus", "WaitingOnApprovals"}}, now());
    applicationId_ = ids.at("applicationId").get<std::string>();
    const Json body = {{"action", "applicationUpdate"},
                       {"data", {{"application", {{"id", applicationId_}, {"status", "Hired"}}}}}};
    const std::string text = body.dump();
    const std::vector<integration::Header> headers = {
        {"Ashby-Signature", ashby_simulator::signatureOf(kSecret, text)}};
    const integration::WebhookRequest request{"POST", "", headers, text, "203.0.113.5", now()};
    run([&] { (void)plugin_->handleWebhook(options(), request); });
  }
  // Does all work that is due within two hours.
  void work() {
    const std::int64_t until = now() + 2 * kHourMs;
    for (int runs = 0; runs < kMostRuns && host_.store.wakeAt() != 0 && host_.store.wakeAt() < until;
         ++runs) {
      host_.clock.set(std::max(now(), host_.store.wakeAt()));
      run([&] {
        const auto result = plugin_->runWork(options());
        host_.store.finished(result.more ? now() : result.nextAt);
      });
    }
  }
  bool holdsTheHire() {
    bool holds = false;
    integration::ListQuery query;
    query.state = HireState::staged;
    run([&] { holds = !plugin_->listStaged(options(), query).data.empty(); });
    return holds;
  }
  void look() {
    for (const HireState state : {HireState::staged, HireState::withdrawn, HireState::promoted}) {
      integration::ListQuery query;
      query.state = state;
      run([&] {
        const auto page = plugin_->listStaged(options(), query);
        check(integration::toJson(page.data));
        for (const auto& hire : page.data) {
          mustHold(hire.source.applicationId == applicationId_, "a hire is of the application asked for");
          run([&] { check(integration::toJson(plugin_->promote(options(), {hire.id, {}, {}}).person)); });
        }
      });
    }
    run([&] { check(plugin_->status(options()).health); });
    run([&] {
      check(integration::toJson(plugin_->run<integration::ActivityPage>(options(), integration::kActivity,
                                                                        integration::ActivityQuery{})));
    });
  }

 private:
  std::int64_t now() { return host_.clock.now(); }
  CallOptions options() {
    CallOptions with{.services = host_.services(), .deadline = now() + 10000};
    with.services.http = &ashby.http;
    return with;
  }

  template <class Call>
  void run(Call call) {
    try {
      call();
    } catch (const integration::Failure& failure) {
      const bool broken =
          failure.code() == integration::Code::internal && failure.error().message.starts_with("plugin ");
      mustHold(!broken, "no call breaks the contract", failure.what());
      check(failure.what());
    }
  }
  // Throws if a text isn't UTF-8.
  static void check(const Json& said) { (void)said.dump(); }

  std::string applicationId_;
  integration::test::FakeHost host_;
  const std::unique_ptr<PluginInstance> plugin_;

 public:
  fuzzing::AshbyHttp ashby{kKey, [this] { return now(); }};
};

// Merges an object into the right answer, at `results` or its first entry; returns true. Replaces the answer
// if `whole` is set or `imitation` is no object; returns false.
bool imitate(const std::string& imitation, bool whole, integration::HttpOutcome& outcome) {
  const Json given = Json::parse(imitation, nullptr, false);
  Json right = Json::parse(outcome.body, nullptr, false);
  if (whole || !given.is_object() || !right.is_object() || !right.contains("results")) {
    outcome.body = imitation;
    return false;
  }
  Json* results = &right["results"];
  if (results->is_array() && !results->empty()) results = &results->front();
  results->merge_patch(given);
  outcome.body = right.dump(-1, ' ', false, Json::error_handler_t::replace);
  return true;
}

constexpr const char* kEndpoints[] = {"application.info", "candidate.info",   "offer.list", "job.info",
                                      "department.info",  "application.list", "offer.info", "location.info"};

}  // namespace

// The imitation comes first in the input, the choices come last.
void fuzz(std::string_view bytes) {
  static const auto library = PluginLibrary::load(integration::Manifest::read(ASHBY_PLUGIN));
  FuzzedDataProvider input(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  const std::string endpoint = input.PickValueInArray(kEndpoints);
  const int status =
      input.PickValueInArray({200, 200, 200, 200, 200, 401, 403, 404, 429, 500, 302, 204, 0, -1});
  const bool whole = input.ConsumeBool();
  int times = input.ConsumeIntegralInRange(1, 3);
  const std::string imitation = input.ConsumeRemainingBytesAsString();

  // These endpoints have members that make a hire. Odd members elsewhere keep nobody away.
  bool keepsNobodyAway = endpoint != "application.info" && endpoint != "application.list";
  Connection connection(library);
  connection.ashby.meddle = [&](const std::string& asked, integration::HttpOutcome& outcome) {
    if (asked != endpoint || times-- <= 0) return;
    const bool isMerged = imitate(imitation, whole, outcome);
    outcome.httpStatus = status;
    keepsNobodyAway &= isMerged && status == 200;
    if (status != 200) outcome.headers.push_back({"Retry-After", imitation.substr(0, 40)});
  };
  connection.hire();
  connection.work();
  if (keepsNobodyAway) mustHold(connection.holdsTheHire(), "an odd value keeps no hire away", imitation);
  connection.look();
}
