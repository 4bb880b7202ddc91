// The author kit's Call: what the host gave, behind the C++ interfaces.
#pragma once

#include "integration/call.hpp"
#include "integration/detail/service_proxies.hpp"

namespace integration::detail {

// The host's tables, fetched once per instance. A table smaller than its first form counts as absent.
struct HostTables {
  explicit HostTables(const integration_host* host)
      : store(fetch<integration_store>(host, INTEGRATION_STORE, INTEGRATION_STORE_SIZE_V1)),
        http(fetch<integration_http>(host, INTEGRATION_HTTP, INTEGRATION_HTTP_SIZE_V1)),
        secrets(fetch<integration_secrets>(host, INTEGRATION_SECRETS, INTEGRATION_SECRETS_SIZE_V1)),
        members(fetch<integration_members>(host, INTEGRATION_MEMBERS, INTEGRATION_MEMBERS_SIZE_V1)),
        clock(fetch<integration_clock>(host, INTEGRATION_CLOCK, INTEGRATION_CLOCK_SIZE_V1)),
        random(fetch<integration_random>(host, INTEGRATION_RANDOM, INTEGRATION_RANDOM_SIZE_V1)),
        log(fetch<integration_log>(host, INTEGRATION_LOG, INTEGRATION_LOG_SIZE_V1)),
        wake(fetch<integration_wake>(host, INTEGRATION_WAKE, INTEGRATION_WAKE_SIZE_V1)),
        lists(fetch<integration_lists>(host, INTEGRATION_LISTS, INTEGRATION_LISTS_SIZE_V1)),
        notices(fetch<integration_notices>(host, INTEGRATION_NOTICES, INTEGRATION_NOTICES_SIZE_V1)) {}

  const integration_store* store;
  const integration_http* http;
  const integration_secrets* secrets;
  const integration_members* members;
  const integration_clock* clock;
  const integration_random* random;
  const integration_log* log;
  const integration_wake* wake;
  const integration_lists* lists;
  const integration_notices* notices;

 private:
  template <class Table>
  static const Table* fetch(const integration_host* host, const char* id, std::uint32_t leastSize) {
    const auto* table = static_cast<const Table*>(host->service(host, toView(id)));
    return table != nullptr && table->struct_size >= leastSize ? table : nullptr;
  }
};

class PluginCall final : public Call {
 public:
  PluginCall(const integration_call* call, const HostTables& tables)
      : call_(call),
        store_(call, tables.store),
        http_(call, tables.http),
        secrets_(call, tables.secrets),
        members_(call, tables.members),
        clock_(call, tables.clock),
        random_(call, tables.random),
        log_(call, tables.log),
        wake_(call, tables.wake),
        lists_(call, tables.lists),
        notices_(call, tables.notices) {
    services_ = {&store_, &http_, &secrets_, &members_, &clock_, &random_, &log_, &wake_, &lists_, &notices_};
  }

  CallKind kind() const override { return static_cast<CallKind>(call_->kind); }
  std::int64_t deadline() const override { return call_->deadline; }
  std::string_view actor() const override { return fromView(call_->actor); }
  bool cancelled() const override { return call_->cancelled(call_) != 0; }

 private:
  const integration_call* call_;
  RemoteStore store_;
  RemoteHttp http_;
  RemoteSecrets secrets_;
  RemoteMembers members_;
  RemoteClock clock_;
  RemoteRandom random_;
  RemoteLog log_;
  RemoteWake wake_;
  RemoteLists lists_;
  RemoteNotices notices_;
};

}  // namespace integration::detail
