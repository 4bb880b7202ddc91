// The services of one simulated call: each function stops the call's fiber, may be where the process dies,
// and then does, or fails to do, what was asked.
#pragma once

#include "integration/services.hpp"

namespace integration::simulation {

class Engine;
struct RunningCall;

class CallServices final : Store, Http, Secrets, Members, Clock, Random, Log, Wake, Lists, Notices {
 public:
  CallServices(Engine& engine, RunningCall& call) : engine_(engine), call_(call) {}

  Services all() { return {this, this, this, this, this, this, this, this, this, this}; }

 private:
  std::vector<Entry> get(std::span<const std::string> keys) override;
  Page scan(const Range& range) override;
  Committed commit(const Commit& commit) override;

  std::vector<HttpOutcome> send(std::span<const HttpRequest> requests) override;

  std::vector<std::string> get(std::string_view name, bool fresh) override;

  MemberCreated create(const std::string& sourceId, const HireFields& member) override;
  std::optional<Person> get(const std::string& sourceId) override;
  std::vector<PossibleDuplicate> match(const MatchQuery& query) override;

  std::int64_t now() override;
  void fill(std::span<std::uint8_t> out) override;
  void write(LogLevel level, std::string_view event, std::span<const LogField> fields) noexcept override;
  void wake() override;

  std::vector<std::string> get(std::string_view kind) override;
  void tell(const Notice& notice) override;

  template <class Effect>
  auto hostCall(std::string_view function, std::string_view detail, std::int64_t takesMs, Effect effect);
  bool fencedOut() const;
  Committed commitNow(const Commit& commit);
  HttpOutcome answerTo(const HttpRequest& request);
  MemberCreated createNow(const std::string& sourceId, const HireFields& member);

  Engine& engine_;
  RunningCall& call_;
};

}  // namespace integration::simulation
