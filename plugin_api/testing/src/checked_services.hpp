// Services that answer as the host kit does: failedPrecondition where the entry has no right, unimplemented
// where the host has no such service, deadlineExceeded after the call's deadline.
#pragma once

#include "integration/host/rights.hpp"

namespace integration::test {

// Whose call it is. clock may be null; deadline: Unix ms, 0 = none.
struct CheckedCall {
  CallKind kind;
  Clock* clock;
  const std::int64_t& deadline;
};

template <class Interface>
class Checked : public Interface {
 protected:
  Checked(Interface* real, const CheckedCall& call) : real_(real), call_(call) {}

  Interface& allowedFor(ServiceFunction function) const {
    if (!allowed(call_.kind, function))
      throw Failure(Code::failedPrecondition,
                    "this entry may not use this service: rights.hpp has the table");
    if (real_ == nullptr) throw Failure(Code::unimplemented, "this host has no such service");
    if (function != ServiceFunction::logWrite && call_.deadline != 0 && call_.clock != nullptr &&
        call_.clock->now() > call_.deadline)
      throw Failure(Code::deadlineExceeded, "the call's deadline has passed");
    return *real_;
  }
  Interface* real_;

 private:
  const CheckedCall& call_;
};

class CheckedStore final : public Checked<Store> {
 public:
  CheckedStore(Store* real, const CheckedCall& call) : Checked(real, call) {}
  using Store::get;
  std::vector<Entry> get(std::span<const std::string> keys) override;
  Page scan(const Range& range) override;
  Committed commit(const Commit& commit) override;
};

class CheckedHttp final : public Checked<Http> {
 public:
  CheckedHttp(Http* real, const CheckedCall& call) : Checked(real, call) {}
  std::vector<HttpOutcome> send(std::span<const HttpRequest> requests) override;
};

class CheckedSecrets final : public Checked<Secrets> {
 public:
  CheckedSecrets(Secrets* real, const CheckedCall& call) : Checked(real, call) {}
  std::vector<std::string> get(std::string_view name, bool fresh) override;
};

class CheckedMembers final : public Checked<Members> {
 public:
  CheckedMembers(Members* real, const CheckedCall& call) : Checked(real, call) {}
  MemberCreated create(const std::string& sourceId, const HireFields& member) override;
  std::optional<Person> get(const std::string& sourceId) override;
  std::vector<PossibleDuplicate> match(const MatchQuery& query) override;
};

class CheckedClock final : public Checked<Clock> {
 public:
  CheckedClock(Clock* real, const CheckedCall& call) : Checked(real, call) {}
  std::int64_t now() override;
};

class CheckedRandom final : public Checked<Random> {
 public:
  CheckedRandom(Random* real, const CheckedCall& call) : Checked(real, call) {}
  void fill(std::span<std::uint8_t> out) override;
};

class CheckedLog final : public Checked<Log> {
 public:
  CheckedLog(Log* real, const CheckedCall& call) : Checked(real, call) {}
  void write(LogLevel level, std::string_view event, std::span<const LogField> fields) noexcept override;
  void note(std::string_view item) noexcept override;
};

class CheckedWake final : public Checked<Wake> {
 public:
  CheckedWake(Wake* real, const CheckedCall& call) : Checked(real, call) {}
  void wake() override;
};

class CheckedLists final : public Checked<Lists> {
 public:
  CheckedLists(Lists* real, const CheckedCall& call) : Checked(real, call) {}
  std::vector<std::string> get(std::string_view kind) override;
};

class CheckedNotices final : public Checked<Notices> {
 public:
  CheckedNotices(Notices* real, const CheckedCall& call) : Checked(real, call) {}
  void tell(const Notice& notice) override;
};

class CheckedServices {
 public:
  CheckedServices(const Services& real, const CheckedCall& call);
  Services all() {
    return {&store_, &http_, &secrets_, &members_, &clock_, &random_, &log_, &wake_, &lists_, &notices_};
  }

 private:
  const CheckedCall call_;
  CheckedStore store_;
  CheckedHttp http_;
  CheckedSecrets secrets_;
  CheckedMembers members_;
  CheckedClock clock_;
  CheckedRandom random_;
  CheckedLog log_;
  CheckedWake wake_;
  CheckedLists lists_;
  CheckedNotices notices_;
};

}  // namespace integration::test
