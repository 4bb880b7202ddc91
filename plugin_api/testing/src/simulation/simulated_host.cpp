#include "integration/simulation/simulated_host.hpp"

#include "host_state.hpp"

namespace integration::simulation {

SimulatedHost::SimulatedHost(std::shared_ptr<const PluginLibrary> library, Scenario& scenario,
                             const RunOptions& options)
    : state_(new State{{*this, std::move(library), scenario, options}}) {}

SimulatedHost::~SimulatedHost() = default;

RunReport SimulatedHost::runOnce() {
  return state_->engine.runOnce();
}

std::int64_t SimulatedHost::now() const {
  return state_->engine.now;
}

void SimulatedHost::plan(std::int64_t at, std::string what, std::function<void()> happen) {
  state_->engine.at(at, std::move(what), true, std::move(happen));
}

void SimulatedHost::later(std::int64_t afterMs, std::function<void()> happen) {
  state_->engine.at(now() + afterMs, {}, false, std::move(happen));
}

void SimulatedHost::met(std::string_view what) {
  state_->engine.report.met.count(what);
}

void SimulatedHost::found(std::string invariant, std::string what) {
  state_->engine.found(std::move(invariant), std::move(what));
}

bool SimulatedHost::isCalm() const {
  return state_->engine.calm;
}

void SimulatedHost::deliver(OwnedWebhook delivery, Then<WebhookReply> then) {
  if (state_->engine.durable.isDisabled()) {
    met("delivery refused by the host");
    if (then) then({false, {}, {403, {}, "disabled"}});
    return;
  }
  call<WebhookReply>(
      CallKind::handleWebhook, "handle_webhook",
      [delivery = std::move(delivery), at = now()](PluginInstance& plugin, const CallOptions& options) {
        return plugin.handleWebhook(
            options, {delivery.method, "", delivery.headers, delivery.body, "203.0.113.5", at});
      },
      std::move(then));
}

void SimulatedHost::list(const ListQuery& query, Then<ListPage> then) {
  call<ListPage>(
      CallKind::listStaged, "list_staged",
      [=](PluginInstance& plugin, const CallOptions& options) { return plugin.listStaged(options, query); },
      std::move(then));
}

void SimulatedHost::promote(const PromoteRequest& request, Then<PromoteResult> then) {
  call<PromoteResult>(
      CallKind::promote, "promote",
      [=](PluginInstance& plugin, const CallOptions& options) { return plugin.promote(options, request); },
      std::move(then));
}

void SimulatedHost::discard(const DiscardRequest& request, Then<Nothing> then) {
  call<Nothing>(
      CallKind::discard, request.erase ? "discard and erase" : "discard",
      [=](PluginInstance& plugin, const CallOptions& options) {
        plugin.discard(options, request);
        return Nothing{};
      },
      std::move(then));
}

void SimulatedHost::status(Then<ConnectionStatus> then) {
  call<ConnectionStatus>(
      CallKind::status, "status",
      [](PluginInstance& plugin, const CallOptions& options) { return plugin.status(options); },
      std::move(then));
}

void SimulatedHost::configure(std::string settings, const std::map<std::string, std::string>& secrets,
                              Then<Nothing> then) {
  Engine& engine = state_->engine;
  auto keepSecrets = [&engine, secrets, then = std::move(then)](std::optional<Error> error, bool lost) {
    if (!error && !lost)
      for (const auto& [name, value] : secrets) engine.durable.secrets[name] = {value, {}, 0};
    engine.changed();
    if (then) then({lost, std::move(error), {}});
  };
  engine.begin(
      CallKind::configure, "configure",
      [settings = std::move(settings)](PluginInstance& plugin, const CallOptions& options) {
        plugin.configure(options, settings);
      },
      std::move(keepSecrets), secrets);
}

void SimulatedHost::begin(CallKind kind, const std::string& what, Entrance entrance,
                          std::function<void(std::optional<Error>, bool)> end) {
  state_->engine.begin(kind, what, std::move(entrance), std::move(end));
}

void SimulatedHost::settle() {
  state_->engine.settle();
}

void SimulatedHost::crashAt(std::uint64_t hostCallsFromNow) {
  state_->engine.crashAt(hostCallsFromNow);
}

void SimulatedHost::failOver() {
  state_->engine.failOver();
}

void SimulatedHost::rotateSecret(const std::string& name, std::string value) {
  constexpr std::int64_t kPreviousStaysMs = 24LL * 3600 * 1000;
  Durable::Secret& secret = state_->engine.durable.secrets[name];
  secret.previousUntil = secret.newest.empty() ? 0 : now() + kPreviousStaysMs;
  secret.previous = std::exchange(secret.newest, std::move(value));
  state_->engine.changed();
}

std::vector<std::string> SimulatedHost::validSecrets(const std::string& name) const {
  return state_->engine.durable.valid(name, now());
}

std::vector<Entry> SimulatedHost::entries(std::string_view prefix) {
  std::vector<Entry> all;
  Range range = Range::prefix(prefix);
  for (bool more = true; more;) {
    Page page = state_->engine.durable.store.scan(range);
    more = page.more;
    if (more) range.from = page.entries.back().key + '\0';
    std::move(page.entries.begin(), page.entries.end(), std::back_inserter(all));
  }
  return all;
}

std::vector<Person> SimulatedHost::people() const {
  return state_->engine.durable.members.people();
}

std::vector<Notice> SimulatedHost::told() const {
  return state_->engine.durable.notices.told();
}

void SimulatedHost::setList(const std::string& kind, std::vector<std::string> values) {
  state_->engine.durable.lists.set(kind, std::move(values));
}

std::int64_t SimulatedHost::wakeAt() const {
  return state_->engine.durable.wakeAt;
}

}  // namespace integration::simulation
