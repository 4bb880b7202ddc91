// Services that answer as the host kit does: failedPrecondition where the entry has no right, unimplemented
// where the host has no such service.
#pragma once

#include "integration/host/rights.hpp"

namespace integration::test {

template <class Interface>
class Checked : public Interface {
 protected:
  Checked(Interface* real, CallKind kind) : real_(real), kind_(kind) {}

  Interface& allowedFor(ServiceFunction function) const {
    if (!allowed(kind_, function))
      throw Failure(Code::failedPrecondition,
                    "this entry may not use this service: rights.hpp has the table");
    if (real_ == nullptr) throw Failure(Code::unimplemented, "this host has no such service");
    return *real_;
  }
  Interface* real_;

 private:
  CallKind kind_;
};

class CheckedStore final : public Checked<Store> {
 public:
  CheckedStore(Store* real, CallKind kind) : Checked(real, kind) {}
  using Store::get;
  std::vector<Entry> get(std::span<const std::string> keys) override;
  Page scan(const Range& range) override;
  Committed commit(const Commit& commit) override;
};

class CheckedHttp final : public Checked<Http> {
 public:
  CheckedHttp(Http* real, CallKind kind) : Checked(real, kind) {}
  std::vector<HttpOutcome> send(std::span<const HttpRequest> requests) override;
};

class CheckedSecrets final : public Checked<Secrets> {
 public:
  CheckedSecrets(Secrets* real, CallKind kind) : Checked(real, kind) {}
  std::vector<std::string> get(std::string_view name, bool fresh) override;
};

class CheckedMembers final : public Checked<Members> {
 public:
  CheckedMembers(Members* real, CallKind kind) : Checked(real, kind) {}
  MemberCreated create(const std::string& sourceId, const HireFields& member) override;
  std::optional<Person> get(const std::string& sourceId) override;
  std::vector<PossibleDuplicate> match(const MatchQuery& query) override;
};

class CheckedClock final : public Checked<Clock> {
 public:
  CheckedClock(Clock* real, CallKind kind) : Checked(real, kind) {}
  std::int64_t now() override;
};

class CheckedRandom final : public Checked<Random> {
 public:
  CheckedRandom(Random* real, CallKind kind) : Checked(real, kind) {}
  void fill(std::span<std::uint8_t> out) override;
};

class CheckedLog final : public Checked<Log> {
 public:
  CheckedLog(Log* real, CallKind kind) : Checked(real, kind) {}
  void write(LogLevel level, std::string_view event, std::span<const LogField> fields) noexcept override;
};

class CheckedWake final : public Checked<Wake> {
 public:
  CheckedWake(Wake* real, CallKind kind) : Checked(real, kind) {}
  void wake() override;
};

class CheckedLists final : public Checked<Lists> {
 public:
  CheckedLists(Lists* real, CallKind kind) : Checked(real, kind) {}
  std::vector<std::string> get(std::string_view kind) override;
};

class CheckedNotices final : public Checked<Notices> {
 public:
  CheckedNotices(Notices* real, CallKind kind) : Checked(real, kind) {}
  void tell(const Notice& notice) override;
};

class CheckedServices {
 public:
  CheckedServices(const Services& real, CallKind kind);
  Services all() {
    return {&store_, &http_, &secrets_, &members_, &clock_, &random_, &log_, &wake_, &lists_, &notices_};
  }

 private:
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
