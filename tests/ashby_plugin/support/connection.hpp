// A connection of the plugin on a host in memory, with the simulator's Ashby at the other end. Time moves
// only in pass(), and while Ashby is slow or doesn't answer.
#pragma once

#include <gmock/gmock.h>

#include "ashby/ashby_hire_source.hpp"
#include "ashby/webhook/intake.hpp"
#include "ashby_script.hpp"
#include "connection/configuring.hpp"
#include "connection/health.hpp"
#include "connection/work.hpp"
#include "hires/explanation/import_explanation.hpp"
#include "hires/explanation/import_retry.hpp"
#include "hires/processed_ids.hpp"
#include "hires/records/activity.hpp"
#include "hires/review/discarding.hpp"
#include "hires/review/editing.hpp"
#include "hires/review/hire_list.hpp"
#include "hires/review/promotion.hpp"
#include "hires/work/catch_up.hpp"
#include "integration/time.hpp"
#include "world/signature.hpp"

namespace ashby::test {

using ashby_simulator::Json;
using integration::CallKind;
using integration::Code;
using integration::ConnectionState;
using integration::Failure;
using integration::HireState;
using integration::NewHire;
using integration::test::FakeCall;
using integration::test::FakeHost;

inline constexpr std::int64_t kSecond = 1000, kMinute = 60 * kSecond, kHour = 60 * kMinute, kDay = 24 * kHour;

// Returns the code of the Failure that `function` throws; ok if it throws none.
template <class Function>
Code codeOf(Function function) {
  try {
    function();
  } catch (const Failure& failure) {
    return failure.code();
  }
  return Code::ok;
}

class Connection : public testing::Test {
 protected:
  Connection() {
    host.secrets.set(kWebhookSecret, {kSecretToken});
    host.http.onTimeOut([this](std::uint32_t ms) { host.clock.advance(ms + kLate); });
    for (const char* type : {"applicationUpdate", "candidateHire"}) {
      const auto id = ashby.world.outbox.create(type, "https://host.example/hook", kSecretToken);
      ashby.world.delivered(ashby.world.outbox.pingOf(*id, host.clock.now())->deliveryId, {200, ""},
                            host.clock.now());
    }
  }

  static constexpr std::int64_t kWorkMs = 10 * kSecond;
  static constexpr std::int64_t kLate = 5;  // ms by which a timer fires late after a time-out
  static constexpr char kSecretToken[] = "the-secret-token-of-this-connection";

  // --- the admin
  void enable() {
    committedMeanwhile_ = true;
    FakeCall call(host, CallKind::enable);
    ashby::enable(call);
  }
  void disable() {
    FakeCall call(host, CallKind::disable);
    ashby::disable(call);
  }
  void configure(const std::string& settings) {
    committedMeanwhile_ = true;
    FakeCall call(host, CallKind::configure);
    ashby::configure(call, link, settings);
  }
  // Gives the key as the host does: the secret has a name, and the settings hold that name.
  void giveKey(const std::string& key = AshbyScript::kKey) {
    host.secrets.set("apiKey", {key});
    configure(R"({"apiKey":"apiKey"})");
  }
  void connect() {
    enable();
    giveKey();
    work();
  }

  // --- Ashby
  // Hires somebody in Ashby, now unless `given` says otherwise. Returns the application's id.
  std::string hire(const Json& given = Json::object()) {
    return ashby.world.newHires.add(given, host.clock.now()).at("applicationId").get<std::string>();
  }
  // Hires somebody without a webhook.
  std::string hireUnseen(const Json& given = Json::object()) {
    ashby.world.outbox.muted = true;
    std::string id = hire(given);
    ashby.world.outbox.muted = false;
    return id;
  }
  void touch(const std::string& applicationId) {
    ashby.world.recruiting.editApplication(applicationId, {{"creditedToUser", nullptr}}, host.clock.now());
  }

  // --- deliveries
  int send(std::string_view method, const std::string& body, const std::string& signature) {
    FakeCall call(host, CallKind::handleWebhook);
    std::vector<integration::Header> headers;
    if (!signature.empty()) headers.push_back({"ashby-signature", signature});
    const integration::WebhookRequest request{method, "", headers, body, "203.0.113.5", host.clock.now()};
    committedMeanwhile_ = true;
    return takeDelivery(call, request).httpStatus;
  }
  int sendTooLarge(std::string_view method) {
    FakeCall call(host, CallKind::handleWebhook);
    integration::WebhookRequest request{method, "", {}, "", "203.0.113.5", host.clock.now(), true};
    return takeDelivery(call, request).httpStatus;
  }
  int send(const std::string& body, const std::string& secret = kSecretToken) {
    return send("POST", body, ashby_simulator::signatureOf(secret, body));
  }
  int ping() { return send(R"({"action":"ping","data":{"webhookActionType":"ping"}})"); }
  // Delivers an applicationUpdate about somebody who isn't hired. The connection is active from then on.
  int update() {
    return send(
        R"({"action":"applicationUpdate","data":{"application":{"id":"an-applicant","status":"Active","updatedAt":"2026-11-23T09:00:00.000Z"}}})");
  }
  // Delivers everything that Ashby has to send now; returns the bodies.
  std::vector<std::string> deliver() {
    std::vector<std::string> bodies;
    for (auto due = ashby.world.due(host.clock.now()); !due.empty();
         due = ashby.world.due(host.clock.now())) {
      for (const auto& outgoing : due) {
        const std::string* signature = ashby_simulator::findHeader(outgoing.headers, "Ashby-Signature");
        EXPECT_EQ(send("POST", outgoing.body, *signature), 200);
        ashby.world.delivered(outgoing.deliveryId, {200, ""}, host.clock.now());
        bodies.push_back(outgoing.body);
      }
    }
    return bodies;
  }

  // --- the host's workers
  integration::WorkResult work(std::optional<std::int64_t> deadline = {}, bool cancelled = false) {
    FakeCall call(host, CallKind::runWork);
    call.deadlineAt = deadline.value_or(host.clock.now() + kWorkMs);
    call.isCancelled = cancelled;
    host.store.finished(0);
    committedMeanwhile_ = false;
    const auto result = runDueWork(call, link);
    host.store.finished(result.more || committedMeanwhile_ ? host.clock.now() : result.nextAt);
    return result;
  }
  // Lets `ms` pass; the host runs work when it is due.
  void pass(std::int64_t ms) {
    const std::int64_t until = host.clock.now() + ms;
    auto isDue = [&](std::int64_t at) { return at != 0 && at <= std::max(until, host.clock.now()); };
    for (int runs = 0; isDue(host.store.wakeAt()); ++runs) {
      if (runs == 20000) throw std::runtime_error("the work never comes to rest");
      host.clock.set(std::max(host.clock.now(), host.store.wakeAt()));
      work();
    }
    host.clock.set(std::max(until, host.clock.now()));
  }
  // Does the work that is due now, and nothing later.
  void settle() { pass(0); }

  // --- reviewers
  integration::ListPage list(const integration::ListQuery& query) {
    FakeCall call(host, CallKind::listStaged);
    return listHires(call, AshbyHireSource(call, link), query);
  }
  std::vector<NewHire> hires(HireState state = HireState::staged) {
    integration::ListQuery query;
    query.state = state;
    query.descending = false;
    return list(query).data;
  }
  NewHire hireOf(const std::string& applicationId) {
    for (const HireState state :
         {HireState::staged, HireState::promoted, HireState::discarded, HireState::withdrawn})
      for (NewHire& found : hires(state))
        if (found.source.applicationId == applicationId) return std::move(found);
    throw std::runtime_error("no new hire of " + applicationId);
  }
  integration::PromoteResult promote(const integration::PromoteRequest& request) {
    committedMeanwhile_ = true;
    FakeCall call(host, CallKind::promote);
    return promoteHire(call, AshbyHireSource(call, link), request);
  }
  void discard(const std::string& id, bool erase = false) {
    FakeCall call(host, CallKind::discard);
    discardHire(call, {id, erase});
  }
  void restore(const std::string& id) {
    committedMeanwhile_ = true;
    FakeCall call(host, CallKind::sourceAction);
    AshbyHireSource source(call, link);
    restoreHire(call, source, {id});
  }
  void edit(const integration::EditRequest& request) {
    FakeCall call(host, CallKind::userAction);
    editHire(call, request);
  }
  integration::DocumentLink document(const std::string& hireId, const std::string& fileId) {
    FakeCall call(host, CallKind::sourceAction);
    AshbyHireSource source(call, link);
    return linkDocument(call, source, {hireId, fileId});
  }
  std::string catchUp(const std::string& from, bool dryRun = false) {
    committedMeanwhile_ = true;
    FakeCall call(host, CallKind::userAction);
    return startCatchUp(call, {from, dryRun}).id;
  }
  integration::CatchUpProgress progress(const std::string& id) {
    FakeCall call(host, CallKind::query);
    return readCatchUp(call, {id});
  }
  void cancel(const std::string& catchUpId) {
    FakeCall call(host, CallKind::userAction);
    cancelCatchUp(call, {catchUpId});
  }
  void sync() {
    committedMeanwhile_ = true;
    FakeCall call(host, CallKind::userAction);
    requestSync(call);
  }
  void retry(const std::string& activityId) {
    committedMeanwhile_ = true;
    FakeCall call(host, CallKind::userAction);
    retryImport(call, {activityId});
  }

  // --- what the connection tells
  integration::ConnectionStatus status() {
    FakeCall call(host, CallKind::status);
    return readStatus(call);
  }
  integration::ImportExplanation why(const std::string& q) {
    FakeCall call(host, CallKind::sourceAction);
    AshbyHireSource source(call, link);
    return explainWhy(call, source, {q});
  }
  std::vector<integration::Activity> activity() {
    FakeCall call(host, CallKind::query);
    return readActivity(call, {1000, {}, {}, {}}).data;
  }
  std::vector<integration::Activity> activityOf(const std::string& kind, const std::string& outcome) {
    std::vector<integration::Activity> lines = activity();
    std::erase_if(lines, [&](const auto& line) { return line.kind != kind || line.outcome != outcome; });
    return lines;
  }
  std::string dump() const {
    std::string all;
    for (const auto& entry : host.store.entries()) all += entry.key + " = " + entry.value + "\n";
    return all;
  }

  FakeHost host;
  AshbySession link;
  AshbyScript ashby{host};

 private:
  // Whether another call committed since run_work began. A host keeps the wakeAt of such a commit.
  bool committedMeanwhile_ = false;
};

// A connection that is enabled, has its key and has reconciled with an empty Ashby.
class Connected : public Connection {
 protected:
  Connected() { connect(); }

  // Hires somebody, delivers the webhooks and returns the imported hire.
  NewHire import(const Json& given = Json::object()) {
    const std::string id = hire(given);
    deliver();
    settle();
    return hireOf(id);
  }
};

}  // namespace ashby::test
