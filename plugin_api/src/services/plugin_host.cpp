// integration_host: services by their ids.
#include "integration/detail/marshalling.hpp"
#include "integration/host/host_call.hpp"
#include "tables.hpp"

namespace integration {
namespace {

const void* service(const integration_host*, integration_view id) noexcept {
  struct Offer {
    std::string_view id;
    const void* table;
  };
  static constexpr Offer kOffers[] = {
      {INTEGRATION_STORE, &kStoreTable},     {INTEGRATION_HTTP, &kHttpTable},
      {INTEGRATION_SECRETS, &kSecretsTable}, {INTEGRATION_MEMBERS, &kMembersTable},
      {INTEGRATION_CLOCK, &kClockTable},     {INTEGRATION_RANDOM, &kRandomTable},
      {INTEGRATION_LOG, &kLogTable},         {INTEGRATION_WAKE, &kWakeTable},
      {INTEGRATION_LISTS, &kListsTable},     {INTEGRATION_NOTICES, &kNoticesTable},
  };
  for (const Offer& offer : kOffers)
    if (offer.id == detail::fromView(id)) return offer.table;
  return nullptr;
}

constexpr integration_host kHost{sizeof(integration_host), INTEGRATION_ABI_MAJOR, INTEGRATION_ABI_MINOR,
                                 service};

}  // namespace

const integration_host& pluginHost() {
  return kHost;
}

}  // namespace integration
