// The service tables that plugins get: noexcept trampolines to the Services of the call they come with.
#pragma once

#include "integration/abi.h"

namespace integration {

extern const integration_store kStoreTable;
extern const integration_http kHttpTable;
extern const integration_secrets kSecretsTable;
extern const integration_members kMembersTable;
extern const integration_clock kClockTable;
extern const integration_random kRandomTable;
extern const integration_log kLogTable;
extern const integration_wake kWakeTable;
extern const integration_lists kListsTable;
extern const integration_notices kNoticesTable;

}  // namespace integration
