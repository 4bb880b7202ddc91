#include "engine.hpp"

#include <algorithm>

namespace integration::simulation {
namespace {

constexpr std::int64_t kHourMs = 3600 * 1000;
// How late the host runs work after half a quiet hour. A host may be late, and this spares many runs in which
// nothing happens. Work that is due within a day is still done before the quiet hours end.
constexpr std::int64_t kQuietWorkLateMs = 12 * kHourMs;

// Fibers to use again, kept from run to run: mapping a new stack is slower than most calls.
std::vector<std::unique_ptr<Fiber>>& idleFibers() {
  thread_local std::vector<std::unique_ptr<Fiber>> fibers;
  return fibers;
}

// Returns the time from the begin of a call to its deadline.
std::int64_t timeLimitMs(CallKind kind) {
  return kind == CallKind::handleWebhook || kind == CallKind::runWork ? 10000 : 30000;
}

}  // namespace

std::int64_t DeadlineClock::now() {
  return engine_.now + process_.skewMs;
}

Engine::Engine(SimulatedHost& simulatedHost, std::shared_ptr<const PluginLibrary> pluginLibrary,
               Scenario& itsScenario, const RunOptions& itsOptions)
    : host(simulatedHost),
      library(std::move(pluginLibrary)),
      scenario(itsScenario),
      options(itsOptions),
      trace(itsOptions.keepTrace),
      faults({itsOptions.seed, itsOptions.given}, itsOptions.without, report.met),
      order({itsOptions.seed, itsOptions.given}, "order"),
      times({itsOptions.seed, itsOptions.given}, "times"),
      bytes({itsOptions.seed, itsOptions.given}, "bytes"),
      processes_(2) {
  report.seed = options.seed;
  Prng skew({options.seed, options.given}, "skew");
  for (std::size_t i = 0; i < processes_.size(); ++i) {
    processes_[i].number = static_cast<unsigned>(i + 1);
    processes_[i].upAt = now;
    if (skew.chance(250)) processes_[i].skewMs = skew.between(-2000, 2000);
  }
}

Engine::~Engine() {
  endAll();
}

RunReport Engine::runOnce() {
  scenario.begin(host);
  changed();
  const std::int64_t end = events_.empty() ? now : events_.rbegin()->first + 1;
  runUntil(end);

  // From here on no fault happens, so that everything must come to rest.
  calm = true;
  crashAtCall_ = 0;
  faults.end();
  settle();
  if (!report.finding) scenario.calm(host);
  const std::int64_t quietFrom = now;
  runUntil(quietFrom + kHourMs / 2);
  workLateMs_ = kQuietWorkLateMs;
  runUntil(quietFrom + SimulatedHost::kQuietMs);
  if (!report.finding) settle();
  if (!report.finding) scenario.afterQuiet(host);
  endAll();

  report.faults = faults.count();
  report.digest = trace.digest();
  report.trace = trace.text();
  return std::move(report);
}

void Engine::at(std::int64_t when, std::string what, bool planned, std::function<void()> action) {
  const std::size_t index = planned ? planned_++ : 0;
  if (planned && options.onlyEvents && !options.onlyEvents->contains(index)) return;  // shrinking a finding
  events_.emplace(when, Event{std::move(what), planned, index, std::move(action)});
}

void Engine::found(std::string invariant, std::string what) {
  if (report.finding || over_) return;
  trace.line(now, {"FOUND", invariant, what});
  report.finding = Finding{std::move(invariant), std::move(what)};
}

void Engine::changed() {
  if (options.onDurableChange) options.onDurableChange(durable.digest());
}

// Returns mostly next to nothing, but sometimes so long that other calls begin and end meanwhile.
std::int64_t Engine::shortTime() {
  if (calm) return times.between(0, 1);
  return times.chance(30) ? times.between(20, 4000) : times.between(0, 3);
}

std::int64_t Engine::networkTime() {
  return calm || !times.chance(50) ? times.between(10, 150) : times.between(150, 6000);
}

void Engine::runUntil(std::int64_t until) {
  while (!report.finding) {
    if (runOneStep()) continue;
    const std::int64_t next = nextTime();
    if (next > until) break;
    now = std::max(now, next);
  }
  now = std::max(now, until);
}

bool Engine::runOneStep() {
  return destroyDeadProcess() || runNextEvent() || startProcess() || startWork() || resumeOneCall();
}

void Engine::settle() {
  while (!calls_.empty() && !report.finding) {
    if (destroyDeadProcess() || resumeOneCall()) continue;
    const auto next = std::min_element(calls_.begin(), calls_.end(),
                                       [](const auto& a, const auto& b) { return a->readyAt < b->readyAt; });
    now = std::max(now, (*next)->readyAt);
  }
}

bool Engine::runNextEvent() {
  if (events_.empty() || events_.begin()->first > now) return false;
  const Event event = std::move(events_.extract(events_.begin()).mapped());
  if (event.planned) {
    ++report.outsideEvents;
    trace.line(now, {"event", std::to_string(event.index), event.what});
  }
  event.action();
  return true;
}

std::int64_t Engine::nextTime() const {
  std::int64_t next = INT64_MAX;
  if (!events_.empty()) next = std::min(next, events_.begin()->first);
  for (const auto& call : calls_) next = std::min(next, call->readyAt);
  for (const HostProcess& process : processes_)
    if (!process.instance) next = std::min(next, process.upAt);
  if (workIsDue()) next = std::min(next, std::max({now, workDueAt(), workNotBefore_}));
  return next;
}

void Engine::begin(CallKind kind, const std::string& what,
                   std::function<void(PluginInstance&, const CallOptions&)> entry, CallEnd end,
                   std::map<std::string, std::string> offeredSecrets) {
  const bool isAdmitted = kind == CallKind::handleWebhook || kind == CallKind::enable ||
                          durable.enablement != Durable::Enablement::enabling;
  if (!isAdmitted) {
    report.met.count("call refused while enabling");
    return end(Error{Code::unavailable, "the connection is being enabled", {}, {}}, false);
  }
  HostProcess* process = processFor(kind);
  if (process == nullptr) {
    report.met.count("no host is up");
    return end(Error{Code::unavailable, "no host is up", {}, {}}, false);
  }
  auto call = std::make_unique<RunningCall>(*this, *process, kind);
  call->name = std::to_string(++lastCall_) + " " + what + " on " + std::to_string(process->number);
  call->deadline = now + process->skewMs + timeLimitMs(kind);
  call->readyAt = now + shortTime();
  call->fence = fence;
  call->offeredSecrets = std::move(offeredSecrets);
  call->cancelled = faults.happens(Fault::callCancelled);
  call->end = std::move(end);

  auto& fibers = idleFibers();
  if (fibers.empty()) fibers.push_back(std::make_unique<Fiber>());
  call->fiber = std::move(fibers.back());
  fibers.pop_back();
  call->fiber->give([running = call.get(), entry = std::move(entry)] {
    CallOptions callOptions;
    callOptions.services = running->services.all();
    callOptions.deadline = running->deadline;
    callOptions.actor = "user";
    callOptions.cancelled = &running->cancelled;
    callOptions.deadlineClock = &running->deadlineClock;
    try {
      entry(*running->process.instance, callOptions);
    } catch (const Failure& failure) {
      running->error = failure.error();
    }
  });
  trace.line(now, {call->name, "begins"});
  calls_.push_back(std::move(call));
}

bool Engine::resumeOneCall() {
  ready_.clear();
  const bool anyDying =
      std::any_of(calls_.begin(), calls_.end(), [](const auto& c) { return c->process.dying; });
  for (const auto& call : calls_)
    if (anyDying ? call->process.dying : call->readyAt <= now) ready_.push_back(call.get());
  if (ready_.empty()) return false;
  RunningCall& call = *ready_[order.below(ready_.size())];
  call.fiber->resume();
  if (options.heartbeat != nullptr) options.heartbeat->fetch_add(1, std::memory_order_relaxed);
  if (call.fiber->idle()) finish(call);
  return true;
}

void Engine::finish(RunningCall& running) {
  const auto position =
      std::find_if(calls_.begin(), calls_.end(), [&](const auto& c) { return c.get() == &running; });
  const std::unique_ptr<RunningCall> call = std::move(*position);
  calls_.erase(position);
  idleFibers().push_back(std::move(call->fiber));
  const bool lost = call->process.dying;
  trace.line(now, {call->name, lost ? "is lost" : call->error ? call->error->message : "ends"});
  if (over_) return;
  if (lost) report.met.count("call lost with its host");
  if (!lost && call->error) {
    if (call->error->code == Code::internal && call->error->message.find("plugin ") == 0)
      found("no call breaks the contract", call->name + ": " + call->error->message);
    scenario.printed(host, call->error->message);
    for (const Issue& issue : call->error->issues) scenario.printed(host, issue.message);
  }
  call->end(std::move(call->error), lost);
}

void Engine::wait(RunningCall& call, std::int64_t ms) {
  if (!call.process.dying) {
    call.readyAt = now + ms;
    call.fiber->suspend();
  }
  if (!call.process.dying) return;
  if (++call.callsAfterDeath > kCallsAfterDeath)
    found("a call of a dead host ends", call.name + " goes on asking for services");
  throw Failure(Code::unavailable, "the host is gone");
}

bool Engine::stopAt(RunningCall& call, std::string_view function, std::string_view detail,
                    std::int64_t takesMs) {
  wait(call, takesMs);
  ++report.hostCalls;
  trace.line(now, {call.name, function, detail});
  return report.hostCalls == crashAtCall_;
}

void Engine::endAll() {
  over_ = true;
  for (HostProcess& process : processes_) process.dying = process.instance != nullptr;
  while (!calls_.empty()) resumeOneCall();
  for (HostProcess& process : processes_) process.instance.reset();
}

}  // namespace integration::simulation
