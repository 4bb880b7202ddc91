#include "spy_host.hpp"

#include <mutex>

#include "integration/detail/marshalling.hpp"
#include "integration/host/host_call.hpp"

namespace integration::check {
namespace {

std::mutex usesMutex;
std::vector<Use> uses;

void note(const integration_call* call, ServiceFunction function) {
  const std::lock_guard lock(usesMutex);
  uses.push_back({static_cast<CallKind>(call->kind), function});
}

template <class Table>
const Table& real(const char* id) {
  return *static_cast<const Table*>(pluginHost().service(&pluginHost(), detail::toView(id)));
}

// A function of the real table `Table` named by `member`, noted before it runs.
template <class Table, auto member, ServiceFunction function>
struct Spied;
template <class Table, class... Arguments,
          std::int32_t (*Table::*member)(const integration_call*, Arguments...), ServiceFunction function>
struct Spied<Table, member, function> {
  static inline const Table* table = nullptr;
  static std::int32_t run(const integration_call* call, Arguments... arguments) noexcept {
    note(call, function);
    return (table->*member)(call, arguments...);
  }
};

template <class Table, auto member, ServiceFunction function>
void spyOn(Table& table) {
  using Spy = Spied<Table, member, function>;
  static const Table original = table;
  Spy::table = &original;
  table.*member = &Spy::run;
}

struct SpyTables {
  integration_store store = real<integration_store>(INTEGRATION_STORE);
  integration_http http = real<integration_http>(INTEGRATION_HTTP);
  integration_secrets secrets = real<integration_secrets>(INTEGRATION_SECRETS);
  integration_members members = real<integration_members>(INTEGRATION_MEMBERS);
  integration_clock clock = real<integration_clock>(INTEGRATION_CLOCK);
  integration_random random = real<integration_random>(INTEGRATION_RANDOM);
  integration_log log = real<integration_log>(INTEGRATION_LOG);
  integration_wake wake = real<integration_wake>(INTEGRATION_WAKE);
  integration_lists lists = real<integration_lists>(INTEGRATION_LISTS);
  integration_notices notices = real<integration_notices>(INTEGRATION_NOTICES);

  SpyTables() {
    spyOn<integration_store, &integration_store::get, ServiceFunction::storeGet>(store);
    spyOn<integration_store, &integration_store::scan, ServiceFunction::storeScan>(store);
    spyOn<integration_store, &integration_store::commit, ServiceFunction::storeCommit>(store);
    spyOn<integration_http, &integration_http::send, ServiceFunction::httpSend>(http);
    spyOn<integration_secrets, &integration_secrets::get, ServiceFunction::secretsGet>(secrets);
    spyOn<integration_members, &integration_members::create, ServiceFunction::membersCreate>(members);
    spyOn<integration_members, &integration_members::get, ServiceFunction::membersGet>(members);
    spyOn<integration_members, &integration_members::match, ServiceFunction::membersMatch>(members);
    spyOn<integration_clock, &integration_clock::now, ServiceFunction::clockNow>(clock);
    spyOn<integration_random, &integration_random::fill, ServiceFunction::randomFill>(random);
    spyOn<integration_log, &integration_log::write, ServiceFunction::logWrite>(log);
    spyOn<integration_wake, &integration_wake::wake, ServiceFunction::wake>(wake);
    spyOn<integration_lists, &integration_lists::get, ServiceFunction::listsGet>(lists);
    spyOn<integration_notices, &integration_notices::tell, ServiceFunction::noticesTell>(notices);
  }

  const void* find(std::string_view id) const {
    if (id == INTEGRATION_STORE) return &store;
    if (id == INTEGRATION_HTTP) return &http;
    if (id == INTEGRATION_SECRETS) return &secrets;
    if (id == INTEGRATION_MEMBERS) return &members;
    if (id == INTEGRATION_CLOCK) return &clock;
    if (id == INTEGRATION_RANDOM) return &random;
    if (id == INTEGRATION_LOG) return &log;
    if (id == INTEGRATION_WAKE) return &wake;
    if (id == INTEGRATION_LISTS) return &lists;
    if (id == INTEGRATION_NOTICES) return &notices;
    return nullptr;
  }
};

const void* spiedService(const integration_host*, integration_view id) noexcept {
  static const SpyTables tables;
  return tables.find(detail::fromView(id));
}
const void* noService(const integration_host*, integration_view) noexcept {
  return nullptr;
}

}  // namespace

const integration_host& spyHost() {
  static constexpr integration_host host{sizeof(integration_host), INTEGRATION_ABI_MAJOR,
                                         INTEGRATION_ABI_MINOR, spiedService};
  return host;
}

const integration_host& emptyHost() {
  static constexpr integration_host host{sizeof(integration_host), INTEGRATION_ABI_MAJOR,
                                         INTEGRATION_ABI_MINOR, noService};
  return host;
}

std::vector<Use> spied() {
  const std::lock_guard lock(usesMutex);
  return uses;
}

}  // namespace integration::check
