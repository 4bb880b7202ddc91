// The smallest plugin with every extension that a host may use. A test delivers its hires and notices; the
// setting "mode" chooses what goes wrong.
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <thread>

#include "deliveries.hpp"
#include "integration/define_extension.hpp"
#include "integration/plugin.hpp"
#include "integration/time.hpp"

using namespace acme;

namespace {

constexpr std::int64_t kFinishAfterMs = 1000;
constexpr std::chrono::milliseconds kBusyFor{100};
// Longer than any host waits for a call.
constexpr std::chrono::seconds kHangs{6};

class Acme : public IntegrationPlugin {
 public:
  explicit Acme(const InstanceConfig&) {}
  static Description describe() { return {"acme", "Acme HR", "1.0.0"}; }
  static const integration_operation* extension(std::string_view id) noexcept {
    if (id == kEdit) return userAction<&Acme::edit>();
    if (id == kRestore) return sourceAction<&Acme::restore>();
    if (id == kExplain) return sourceAction<&Acme::why>();
    if (id == kDocumentLink) return sourceAction<&Acme::document>();
    if (id == kSourceChoices) return sourceAction<&Acme::choices>();
    if (id == kStartCatchUp) return userAction<&Acme::startCatchUp>();
    if (id == kCatchUpProgress) return query<&Acme::catchUp>();
    if (id == kCancelCatchUp) return userAction<&Acme::cancelCatchUp>();
    if (id == kMatch) return query<&Acme::match>();
    if (id == kActivity) return query<&Acme::activity>();
    if (id == kRetry) return userAction<&Acme::retry>();
    if (id == kExportProcessedIds) return query<&Acme::exportProcessedIds>();
    if (id == kImportProcessedIds) return userAction<&Acme::importProcessedIds>();
    return nullptr;
  }

  void configure(Call& call, std::string_view settings) override {
    const auto given = fromJsonText<Settings>(settings, "the settings", UnknownMembers::refused);
    if (given.mode == "asks Acme") ask(call);
    put(call, "settings", std::string(settings));
  }
  void enable(Call& call) override {
    const std::string wrong = mode(call);
    if (wrong == "dies enabling") (void)std::raise(SIGKILL);
    if (wrong == "fails enabling") throw Failure(Code::unavailable, "Acme can't be reached");
    while (wrong == "waits enabling" && !call.store().get("notice/last").present() &&
           call.clock().now() < call.deadline())
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    put(call, "enabled", "yes");
  }
  void disable(Call& call) override {
    if (mode(call) == "fails disabling") throw Failure(Code::unavailable, "Acme can't be reached");
    Commit commit{{Op::remove("enabled")}, 0};
    if (mode(call) == "works disabling") {
      const Notice notice{"disabling", "new_hire", "Told under disabling.", {}, {}};
      commit = {{Op::remove("enabled"), Op::put("notice/disabling", toJsonText(notice))}, call.clock().now()};
    }
    if (!call.store().commit(commit).ok()) throw Failure(Code::aborted, "try again");
  }

  WebhookReply handleWebhook(Call& call, const WebhookRequest& request) override {
    const auto delivery = fromJsonText<Delivery>(request.body, "the delivery");
    if (mode(call) == "crashes at a delivery") (void)std::raise(SIGSEGV);
    if (delivery.hire) stage(call, *delivery.hire);
    if (delivery.notice)
      (void)call.store().commit(
          {{Op::put("notice/" + delivery.notice->key, toJsonText(*delivery.notice))}, call.clock().now()});
    return {200, {}, {}};
  }
  WorkResult runWork(Call& call) override {
    const std::string mode = Acme::mode(call);
    failAtWork(mode);
    const bool isBusy = mode == "always at work";
    if (isBusy) call.log().info("work begins");
    for (const Entry& entry : call.store().scan(Range::prefix("notice/")).entries)
      call.notices().tell(fromJsonText<Notice>(entry.value));
    for (NewHire& hire : hires(call))
      if (hire.busy) (void)finish(call, std::move(hire));
    if (!isBusy) return {};
    std::this_thread::sleep_for(kBusyFor);
    call.log().info("work ends");
    return {true, 0};
  }

  ListPage listStaged(Call& call, const ListQuery& query) override {
    if (mode(call) == "hangs listing") std::this_thread::sleep_for(kHangs);
    ListPage page;
    for (NewHire& hire : hires(call)) {
      if (query.id ? hire.id != *query.id : hire.state != query.state) continue;
      if (!query.id) ++page.departments[hire.fields.department.value_or("")];
      hire.possibleDuplicates = call.members().match({hire.source.applicationId, hire.fields, {}});
      page.data.push_back(std::move(hire));
    }
    page.total = page.data.size();
    return page;
  }
  PromoteResult promote(Call& call, const PromoteRequest& request) override {
    NewHire hire = load(call, request.id);
    if (hire.state == HireState::discarded) throw Failure(Code::failedPrecondition, "it was deleted");
    hire.fields = edited(hire.fields, request.fields, {});
    if (mode(call) == "dies adding") {
      hire.busy = true;
      (void)call.store().commit(
          {{Op::put("hire/" + hire.id, toJsonText(hire))}, call.clock().now() + kFinishAfterMs});
      (void)std::raise(SIGKILL);
    }
    return finish(call, std::move(hire));
  }
  void discard(Call& call, const DiscardRequest& request) override {
    NewHire hire = load(call, request.id);
    if (hire.busy || hire.state == HireState::promoted)
      throw Failure(Code::failedPrecondition, "it is a member, or about to be one");
    hire.state = HireState::discarded;
    if (request.erase) hire.fields = {};
    put(call, "hire/" + hire.id, toJsonText(hire));
  }
  ConnectionStatus status(Call& call) override {
    if (mode(call) == "hangs telling") std::this_thread::sleep_for(kHangs);
    const Entry kept = call.store().get("settings");
    const bool enabled = call.store().get("enabled").present();
    return {enabled ? ConnectionState::active : ConnectionState::disabled,
            enabled ? "Fine." : "Not enabled.",
            {kept.present() ? kept.value : "{}"},
            {},
            {}};
  }

 private:
  static void ask(Call& call) {
    HttpRequest request;
    request.url = "https://acme.example/key";
    if (const HttpOutcome outcome = call.http().send({&request, 1}).front(); outcome.code != Code::ok)
      throw Failure(Code::unavailable, outcome.message);
  }
  static void failAtWork(const std::string& mode) {
    if (mode == "crashes at work") (void)std::raise(SIGSEGV);
    if (mode == "exits at work") std::exit(0);
  }
  void edit(Call& call, const EditRequest& request) {
    NewHire hire = load(call, request.id);
    if (request.ifVersion && *request.ifVersion != hire.version)
      throw Failure(Code::aborted, "the new hire has changed");
    if (hire.busy) throw Failure(Code::failedPrecondition, "it is being added as a member right now");
    hire.fields = edited(hire.fields, request.fields, request.revert);
    put(call, "hire/" + hire.id, toJsonText(hire));
  }
  void restore(Call& call, const RestoreRequest& request) {
    NewHire hire = load(call, request.id);
    if (mode(call) == "away") throw Failure(Code::unavailable, "Acme can't be reached now");
    hire.state = HireState::staged;
    put(call, "hire/" + hire.id, toJsonText(hire));
  }
  // Answers with the time (ms) that the host gives a call while a person waits.
  ImportExplanation why(Call& call, const ExplainQuery& query) {
    if (mode(call) == "away") throw Failure(Code::unavailable, "Acme can't be reached");
    if (mode(call) == "failing") throw Failure(Code::internal, "Acme is out of order");
    for (const NewHire& hire : hires(call))
      if (hire.id == query.q) return {true, "staged", "It is among the new hires."};
    HttpRequest request;
    request.url = "https://acme.example/why";
    const HttpOutcome outcome = call.http().send({&request, 1}).front();
    return {outcome.httpStatus == 200, "", std::to_string(call.deadline() - call.clock().now())};
  }
  DocumentLink document(Call& call, const DocumentQuery& query) {
    for (const HireFile& file : load(call, query.hireId).files)
      if (file.id == query.fileId) return {file.name, "https://acme.example/" + file.id};
    throw Failure(Code::notFound, "there is no such file");
  }
  SourceChoices choices(Call&, const SourceChoicesQuery& query) {
    if (query.kind != "department")
      throw Failure(Code::invalidArgument, "Acme has no such choices",
                    {{"kind", "unknown", "ask for department"}});
    return {{{"d1", "Design", {}, {}}, {"d2", "Engineering", {}, {}}}};
  }
  CatchUpStarted startCatchUp(Call& call, const StartCatchUp& request) {
    if (!parseDate(request.from))
      throw Failure(Code::invalidArgument, "from is no date",
                    {{"from", "invalid", "write it as 2026-01-01"}});
    CatchUpProgress progress;
    progress.id = "c1";
    progress.state = "listing";
    progress.from = request.from;
    progress.dryRun = request.dryRun;
    put(call, "catch-up/c1", toJsonText(progress));
    return {"c1"};
  }
  CatchUpProgress catchUp(Call& call, const CatchUpId& request) {
    const Entry entry = call.store().get("catch-up/" + request.id);
    if (!entry.present()) throw Failure(Code::notFound, "there is no such catch-up");
    return fromJsonText<CatchUpProgress>(entry.value);
  }
  void cancelCatchUp(Call& call, const CatchUpId& request) {
    CatchUpProgress progress = catchUp(call, request);
    progress.state = "cancelled";
    put(call, "catch-up/" + request.id, toJsonText(progress));
  }
  Matches match(Call& call, const MatchQuery& query) {
    const std::string wrong = mode(call);
    if (wrong == "slow") std::this_thread::sleep_for(std::chrono::seconds(4));
    if (wrong == "failing") throw Failure(Code::internal, "Acme is out of order");
    if (wrong == "asks back") (void)call.members().match(query);
    Matches matches;
    for (const NewHire& hire : hires(call)) {
      if (hire.source.applicationId == query.sourceId)
        matches.data.push_back({"same_application", {}, hire.id, {}, "the same application"});
      if (hire.fields.personalEmail && hire.fields.personalEmail == query.fields.personalEmail)
        matches.data.push_back({"same_email", {}, hire.id, {}, "the same e-mail"});
    }
    return matches;
  }
  ActivityPage activity(Call&, const ActivityQuery& query) {
    ActivityPage page;
    for (const char* kind : {"webhook", "import", "promote"}) {
      const Activity line{kind, "", kind, kind[0] == 'i' ? "failed" : "ok", "", {}, {}, 0};
      if ((query.kind && line.kind != *query.kind) || (query.outcome && line.outcome != *query.outcome))
        continue;
      ++page.total;
      if (page.data.size() < query.limit) page.data.push_back(line);
    }
    return page;
  }
  void retry(Call& call, const RetryRequest& request) { put(call, "retried", request.id.value_or("all")); }
  ProcessedIdPage exportProcessedIds(Call& call, const ExportProcessedIds&) {
    if (mode(call) == "slow") std::this_thread::sleep_for(std::chrono::seconds(4));
    if (mode(call) == "failing") throw Failure(Code::internal, "Acme is out of order");
    ProcessedIdPage page;
    for (const NewHire& hire : hires(call))
      page.data.push_back({hire.source.applicationId, hire.state, formatTime(call.clock().now())});
    return page;
  }
  void importProcessedIds(Call& call, const ImportProcessedIds& request) {
    for (const ProcessedId& handled : request.data) {
      NewHire hire;
      hire.id = hire.source.applicationId = handled.sourceId;
      hire.state = handled.state;
      put(call, "hire/" + hire.id, toJsonText(hire));
    }
  }

  static PromoteResult finish(Call& call, NewHire hire) {
    const MemberCreated member = call.members().create(hire.source.applicationId, hire.fields);
    hire.state = HireState::promoted;
    hire.busy = false;
    put(call, "hire/" + hire.id, toJsonText(hire));
    return {member.person, !member.created};
  }
  static void stage(Call& call, const Hired& hired) {
    NewHire hire;
    hire.id = hire.source.applicationId = hired.id;
    hire.source.system = "acme";
    hire.state = hired.state.value_or(HireState::staged);
    hire.fields = hired.fields;
    hire.issues = hired.issues;
    hire.changes = hired.changes;
    hire.files = {{"f1", "offer.pdf"}};
    hire.importedAt = formatTime(call.clock().now());
    put(call, "hire/" + hire.id, toJsonText(hire));
  }
  static std::string mode(Call& call) {
    const Entry kept = call.store().get("settings");
    return kept.present() ? fromJsonText<Settings>(kept.value).mode.value_or("") : "";
  }
  static std::vector<NewHire> hires(Call& call) {
    std::vector<NewHire> hires;
    for (const Entry& entry : call.store().scan(Range::prefix("hire/")).entries) {
      hires.push_back(fromJsonText<NewHire>(entry.value));
      hires.back().version = std::to_string(entry.version);
    }
    return hires;
  }
  static NewHire load(Call& call, const std::string& id) {
    for (NewHire& hire : hires(call))
      if (hire.id == id) return hire;
    throw Failure(Code::notFound, "there is no such new hire");
  }
  static void put(Call& call, const std::string& key, const std::string& value) {
    if (!call.store().commit({{Op::put(key, value)}}).ok()) throw Failure(Code::aborted, "try again");
  }
};

}  // namespace

INTEGRATION_PLUGIN(Acme)
