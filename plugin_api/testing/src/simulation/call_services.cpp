#include "call_services.hpp"

#include <algorithm>
#include <type_traits>

#include "engine.hpp"

namespace integration::simulation {
namespace {

// An answer that doesn't say whether it happened.
Failure unknownOutcome(Prng& prng, const char* what) {
  static const std::vector<Code> kCodes = {Code::unavailable, Code::unknown, Code::deadlineExceeded,
                                           Code::internal};
  return Failure(prng.oneOf(kCodes), what);
}

std::string_view originOf(std::string_view url) {
  const std::size_t host = url.find("://");
  return host == std::string_view::npos ? url : url.substr(0, url.find('/', host + 3));
}

}  // namespace

template <class Effect>
auto CallServices::hostCall(std::string_view function, std::string_view detail, std::int64_t takesMs,
                            Effect effect) {
  if (!engine_.stopAt(call_, function, detail, takesMs)) return effect();
  // The process dies at this call; a toss decides whether the call still takes effect.
  if (engine_.order.chance(500)) {
    try {
      effect();
    } catch (const Failure&) {
      engine_.report.met.count("the last call failed by itself");
    }
  }
  engine_.die(call_.process);
  throw Failure(Code::unavailable, "the host is gone");
}

std::vector<Entry> CallServices::get(std::span<const std::string> keys) {
  return hostCall("store.get", keys.empty() ? "" : keys.front(), engine_.shortTime(), [&] {
    if (engine_.faults.happens(Fault::storeReadFails)) throw Failure(Code::unavailable, "the store is away");
    return engine_.durable.store.get(keys);
  });
}

Page CallServices::scan(const Range& range) {
  return hostCall("store.scan", range.from, engine_.shortTime(), [&] {
    if (engine_.faults.happens(Fault::storeReadFails)) throw Failure(Code::unavailable, "the store is away");
    return engine_.durable.store.scan(range);
  });
}

Committed CallServices::commit(const Commit& commit) {
  return hostCall("store.commit", commit.ops.empty() ? "" : commit.ops.front().key, engine_.shortTime(),
                  [&] { return commitNow(commit); });
}

// Work that was begun under an earlier lease: another process does it by now.
bool CallServices::fencedOut() const {
  return call_.kind == CallKind::runWork && call_.fence != engine_.fence;
}

Committed CallServices::commitNow(const Commit& commit) {
  Faults& faults = engine_.faults;
  if (faults.happens(Fault::commitRefused)) throw Failure(Code::resourceExhausted, "the store is full");
  if (faults.happens(Fault::commitFails)) throw unknownOutcome(engine_.order, "the store is away");
  if (fencedOut() && engine_.options.flaw != HostFlaw::letsTheFencedOutWrite) {
    engine_.report.met.count("fenced out");
    throw Failure(Code::permissionDenied, "another host does this work now");
  }
  if (engine_.options.flaw == HostFlaw::answersCommitBeforeItHappens && engine_.order.chance(20))
    return {Code::ok, 1, 0};
  const Committed done = engine_.durable.store.commit(commit);
  if (!done.ok()) {
    engine_.report.met.count("commit aborted");
    return done;
  }
  if (engine_.options.flaw != HostFlaw::losesWakeAt) engine_.durable.wake(commit.wakeAt);
  if (fencedOut()) engine_.found("no write by a fenced-out host", call_.name + " committed");
  engine_.scenario.committed(engine_.host, commit);
  engine_.changed();
  if (faults.happens(Fault::commitAnswerLost)) throw unknownOutcome(engine_.order, "the answer was lost");
  return done;
}

std::vector<HttpOutcome> CallServices::send(std::span<const HttpRequest> requests) {
  if (requests.size() > kMaxRequests)
    throw Failure(Code::invalidArgument, "at most " + std::to_string(kMaxRequests) + " requests at once");
  std::int64_t answersAfter = engine_.networkTime();
  std::uint32_t patience = 10000;
  std::vector<HttpOutcome> outcomes =
      hostCall("http.send", requests.empty() ? "" : requests.front().url, engine_.networkTime(), [&] {
        std::vector<HttpOutcome> given;
        for (const HttpRequest& request : requests) {
          given.push_back(answerTo(request));
          patience = std::min(patience, std::max<std::uint32_t>(1, request.timeoutMs));
          if (given.back().code == Code::deadlineExceeded) answersAfter = patience;
        }
        if (engine_.faults.happens(Fault::httpIsSlow))
          answersAfter = engine_.times.between(std::min(1000U, patience), patience);
        return given;
      });
  engine_.wait(call_, answersAfter);
  return outcomes;
}

HttpOutcome CallServices::answerTo(const HttpRequest& request) {
  const auto& origins = engine_.library->manifest().origins;
  if (std::find(origins.begin(), origins.end(), originOf(request.url)) == origins.end())
    return {Code::permissionDenied, 0, {}, {}, "not an origin of the manifest"};
  std::string secret;
  if (request.auth != HttpRequest::Auth::none) {
    const auto offered = call_.offeredSecrets.find(request.secret);
    const auto valid = engine_.durable.valid(request.secret, engine_.now);
    if (offered == call_.offeredSecrets.end() && valid.empty())
      return {Code::failedPrecondition, 0, {}, {}, "there is no secret " + request.secret};
    secret = offered != call_.offeredSecrets.end() ? offered->second : valid.front();
  }
  if (engine_.faults.happens(Fault::httpTimesOut))
    return {Code::deadlineExceeded, 0, {}, {}, "no answer in time"};
  HttpOutcome outcome = engine_.scenario.answer(request, secret);
  if (engine_.faults.happens(Fault::httpBreaksOff)) return {Code::unavailable, 0, {}, {}, "broken off"};
  if (engine_.faults.happens(Fault::httpAnswerLost))
    return {Code::deadlineExceeded, 0, {}, {}, "no answer in time"};
  return outcome;
}

std::vector<std::string> CallServices::get(std::string_view name, bool fresh) {
  return hostCall(fresh ? "secrets.get fresh" : "secrets.get", name, engine_.shortTime(), [&] {
    if (engine_.faults.happens(Fault::secretsFail)) throw Failure(Code::unavailable, "the vault is away");
    if (const auto offered = call_.offeredSecrets.find(std::string(name));
        offered != call_.offeredSecrets.end())
      return std::vector<std::string>{offered->second};
    auto& cache = call_.process.secretCache;
    const auto cached = cache.find(name);
    if (!fresh && cached != cache.end()) return cached->second;
    return cache[std::string(name)] = engine_.durable.valid(std::string(name), engine_.now);
  });
}

MemberCreated CallServices::create(const std::string& sourceId, const HireFields& member) {
  return hostCall("members.create", sourceId, engine_.shortTime(),
                  [&] { return createNow(sourceId, member); });
}

MemberCreated CallServices::createNow(const std::string& sourceId, const HireFields& member) {
  if (engine_.faults.happens(Fault::membersFail)) throw unknownOutcome(engine_.order, "members are away");
  test::FakeMembers& members = engine_.durable.members;
  if (!members.get(sourceId) && engine_.faults.happens(Fault::memberRefused))
    throw Failure(Code::invalidArgument, "the member can't be added yet",
                  {{"personalEmail", "refused", "the platform wants another address"}});
  MemberCreated created = members.create(sourceId, member);
  if (created.created) {
    engine_.scenario.memberCreated(engine_.host, created.person);
    engine_.changed();
  }
  if (engine_.faults.happens(Fault::memberAnswerLost))
    throw unknownOutcome(engine_.order, "the answer was lost");
  return created;
}

std::optional<Person> CallServices::get(const std::string& sourceId) {
  return hostCall("members.get", sourceId, engine_.shortTime(), [&] {
    if (engine_.faults.happens(Fault::membersFail)) throw unknownOutcome(engine_.order, "members are away");
    return engine_.durable.members.get(sourceId);
  });
}

std::vector<PossibleDuplicate> CallServices::match(const MatchQuery& query) {
  return hostCall("members.match", query.sourceId, engine_.shortTime(), [&] {
    if (engine_.faults.happens(Fault::membersFail)) throw unknownOutcome(engine_.order, "members are away");
    return engine_.durable.members.match(query);
  });
}

std::int64_t CallServices::now() {
  return hostCall("clock.now", "", 0, [&] { return engine_.now + call_.process.skewMs; });
}

void CallServices::fill(std::span<std::uint8_t> out) {
  hostCall("random.fill", "", 0, [&] {
    for (std::uint8_t& byte : out) byte = static_cast<std::uint8_t>(engine_.bytes.next());
  });
}

void CallServices::write(LogLevel, std::string_view event, std::span<const LogField> fields) noexcept {
  std::string line(event);
  for (const LogField& field : fields)
    if (field.dataClass == DataClass::isPublic)
      line.append(" ").append(field.name).append("=").append(field.value);
  try {
    hostCall("log.write", event, 0, [&] { engine_.scenario.printed(engine_.host, line); });
  } catch (const Failure&) {
    engine_.report.met.count("log line of a dead host lost");
  }
}

void CallServices::wake() {
  hostCall("wake", "", 0, [&] {
    engine_.hinted = engine_.order.chance(500);  // it is only a hint
  });
}

std::vector<std::string> CallServices::get(std::string_view kind) {
  return hostCall("lists.get", kind, engine_.shortTime(), [&] { return engine_.durable.lists.get(kind); });
}

void CallServices::tell(const Notice& notice) {
  hostCall("notices.tell", notice.kind, engine_.shortTime(), [&] {
    if (engine_.faults.happens(Fault::noticeFails)) throw Failure(Code::unavailable, "notices are away");
    engine_.durable.notices.tell(notice);
    engine_.report.met.count(kPeopleTold);
    engine_.scenario.printed(engine_.host, notice.text);
    if (engine_.faults.happens(Fault::noticeAnswerLost))
      throw unknownOutcome(engine_.order, "the answer was lost");
  });
}

}  // namespace integration::simulation
