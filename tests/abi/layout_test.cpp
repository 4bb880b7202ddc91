// Tests the layout of all structs that cross the ABI, as in version 0.9. Lines may be added, but never
// changed.
#include <gtest/gtest.h>

#include "integration/abi.h"

namespace {

template <class T>
constexpr std::size_t sizeNow = sizeof(T);

// OFFSETS(type, size, {field, offset}...) needs the preprocessor, because offsetof is a macro too.
#define FIELD(type, field, offset)                 \
  static_assert(offsetof(type, field) == (offset), \
                #type "." #field " moved: the ABI is frozen, grow at the end")
#define SIZE(type, size) \
  static_assert(sizeNow<type> == (size), #type " changed its size: bump the minor, add a line")

// Pointers and 64-bit integers have these sizes on all 64-bit platforms of plugins.
static_assert(sizeof(void*) == 8 && sizeof(integration_view) == 16 && alignof(std::uint64_t) == 8);

SIZE(integration_view, 16);
FIELD(integration_view, ptr, 0);
FIELD(integration_view, len, 8);

SIZE(integration_sink, 16);
FIELD(integration_sink, ctx, 0);
FIELD(integration_sink, write, 8);

SIZE(integration_item_sink, 16);
FIELD(integration_item_sink, ctx, 0);
FIELD(integration_item_sink, item, 8);

SIZE(integration_call, 56);
FIELD(integration_call, struct_size, 0);
FIELD(integration_call, kind, 4);
FIELD(integration_call, deadline, 8);
FIELD(integration_call, actor, 16);
FIELD(integration_call, trace, 32);
FIELD(integration_call, cancelled, 48);

SIZE(integration_host, 16);
FIELD(integration_host, struct_size, 0);
FIELD(integration_host, abi_major, 4);
FIELD(integration_host, abi_minor, 6);
FIELD(integration_host, service, 8);

SIZE(integration_entry, 48);
FIELD(integration_entry, struct_size, 0);
FIELD(integration_entry, reserved, 4);
FIELD(integration_entry, key, 8);
FIELD(integration_entry, value, 24);
FIELD(integration_entry, version, 40);

SIZE(integration_entry_sink, 16);
FIELD(integration_entry_sink, ctx, 0);
FIELD(integration_entry_sink, entry, 8);

SIZE(integration_op, 64);
FIELD(integration_op, struct_size, 0);
FIELD(integration_op, kind, 4);
FIELD(integration_op, key, 8);
FIELD(integration_op, value, 24);
FIELD(integration_op, delta, 40);
FIELD(integration_op, version, 48);
FIELD(integration_op, expect, 56);
FIELD(integration_op, reserved, 60);

SIZE(integration_commit, 32);
FIELD(integration_commit, struct_size, 0);
FIELD(integration_commit, op_stride, 4);
FIELD(integration_commit, ops, 8);
FIELD(integration_commit, op_count, 16);
FIELD(integration_commit, wake_at, 24);

SIZE(integration_commit_result, 16);
FIELD(integration_commit_result, struct_size, 0);
FIELD(integration_commit_result, failed_index, 4);
FIELD(integration_commit_result, version, 8);

SIZE(integration_store, 32);
FIELD(integration_store, struct_size, 0);
FIELD(integration_store, reserved, 4);
FIELD(integration_store, get, 8);
FIELD(integration_store, scan, 16);
FIELD(integration_store, commit, 24);

SIZE(integration_header, 32);
FIELD(integration_header, name, 0);
FIELD(integration_header, value, 16);

SIZE(integration_http_request, 96);
FIELD(integration_http_request, struct_size, 0);
FIELD(integration_http_request, timeout_ms, 4);
FIELD(integration_http_request, method, 8);
FIELD(integration_http_request, url, 24);
FIELD(integration_http_request, headers, 40);
FIELD(integration_http_request, header_count, 48);
FIELD(integration_http_request, body, 56);
FIELD(integration_http_request, auth, 72);
FIELD(integration_http_request, reserved, 76);
FIELD(integration_http_request, secret, 80);

SIZE(integration_http_outcome, 72);
FIELD(integration_http_outcome, struct_size, 0);
FIELD(integration_http_outcome, status, 4);
FIELD(integration_http_outcome, index, 8);
FIELD(integration_http_outcome, http_status, 16);
FIELD(integration_http_outcome, reserved, 20);
FIELD(integration_http_outcome, headers, 24);
FIELD(integration_http_outcome, header_count, 32);
FIELD(integration_http_outcome, body, 40);
FIELD(integration_http_outcome, message, 56);

SIZE(integration_http_sink, 16);
FIELD(integration_http_sink, ctx, 0);
FIELD(integration_http_sink, outcome, 8);

SIZE(integration_http, 16);
FIELD(integration_http, struct_size, 0);
FIELD(integration_http, reserved, 4);
FIELD(integration_http, send, 8);

SIZE(integration_secrets, 16);
FIELD(integration_secrets, struct_size, 0);
FIELD(integration_secrets, reserved, 4);
FIELD(integration_secrets, get, 8);

SIZE(integration_members, 32);
FIELD(integration_members, struct_size, 0);
FIELD(integration_members, reserved, 4);
FIELD(integration_members, create, 8);
FIELD(integration_members, get, 16);
FIELD(integration_members, match, 24);

SIZE(integration_clock, 16);
FIELD(integration_clock, struct_size, 0);
FIELD(integration_clock, reserved, 4);
FIELD(integration_clock, now, 8);

SIZE(integration_random, 16);
FIELD(integration_random, struct_size, 0);
FIELD(integration_random, reserved, 4);
FIELD(integration_random, fill, 8);

SIZE(integration_log_field, 40);
FIELD(integration_log_field, struct_size, 0);
FIELD(integration_log_field, data_class, 4);
FIELD(integration_log_field, name, 8);
FIELD(integration_log_field, value, 24);

SIZE(integration_log, 24);
FIELD(integration_log, struct_size, 0);
FIELD(integration_log, reserved, 4);
FIELD(integration_log, write, 8);
FIELD(integration_log, note, 16);

SIZE(integration_wake, 16);
FIELD(integration_wake, struct_size, 0);
FIELD(integration_wake, reserved, 4);
FIELD(integration_wake, wake, 8);

SIZE(integration_lists, 16);
FIELD(integration_lists, struct_size, 0);
FIELD(integration_lists, reserved, 4);
FIELD(integration_lists, get, 8);

SIZE(integration_notices, 16);
FIELD(integration_notices, struct_size, 0);
FIELD(integration_notices, reserved, 4);
FIELD(integration_notices, tell, 8);

SIZE(integration_webhook_request, 96);
FIELD(integration_webhook_request, struct_size, 0);
FIELD(integration_webhook_request, body_withheld, 4);
FIELD(integration_webhook_request, method, 8);
FIELD(integration_webhook_request, path_suffix, 24);
FIELD(integration_webhook_request, headers, 40);
FIELD(integration_webhook_request, header_count, 48);
FIELD(integration_webhook_request, body, 56);
FIELD(integration_webhook_request, peer, 72);
FIELD(integration_webhook_request, received_at, 88);

SIZE(integration_webhook_reply, 16);
FIELD(integration_webhook_reply, ctx, 0);
FIELD(integration_webhook_reply, reply, 8);

SIZE(integration_api, 112);
FIELD(integration_api, struct_size, 0);
FIELD(integration_api, abi_major, 4);
FIELD(integration_api, abi_minor, 6);
FIELD(integration_api, describe, 8);
FIELD(integration_api, create, 16);
FIELD(integration_api, destroy, 24);
FIELD(integration_api, configure, 32);
FIELD(integration_api, enable, 40);
FIELD(integration_api, disable, 48);
FIELD(integration_api, handle_webhook, 56);
FIELD(integration_api, list_staged, 64);
FIELD(integration_api, promote, 72);
FIELD(integration_api, discard, 80);
FIELD(integration_api, status, 88);
FIELD(integration_api, run_work, 96);
FIELD(integration_api, extension, 104);

SIZE(integration_operation, 16);
FIELD(integration_operation, struct_size, 0);
FIELD(integration_operation, kind, 4);
FIELD(integration_operation, run, 8);

SIZE(integration_hello, 24);
FIELD(integration_hello, struct_size, 0);
FIELD(integration_hello, abi_major, 4);
FIELD(integration_hello, abi_minor, 6);
FIELD(integration_hello, host_name, 8);

// The smallest accepted sizes; they never change.
static_assert(INTEGRATION_CALL_SIZE_V1 == 56);
static_assert(INTEGRATION_HOST_SIZE_V1 == 16);
static_assert(INTEGRATION_ENTRY_SIZE_V1 == 48);
static_assert(INTEGRATION_OP_SIZE_V1 == 64);
static_assert(INTEGRATION_COMMIT_SIZE_V1 == 32);
static_assert(INTEGRATION_COMMIT_RESULT_SIZE_V1 == 16);
static_assert(INTEGRATION_STORE_SIZE_V1 == 32);
static_assert(INTEGRATION_HTTP_REQUEST_SIZE_V1 == 96);
static_assert(INTEGRATION_HTTP_OUTCOME_SIZE_V1 == 72);
static_assert(INTEGRATION_HTTP_SIZE_V1 == 16);
static_assert(INTEGRATION_SECRETS_SIZE_V1 == 16);
static_assert(INTEGRATION_MEMBERS_SIZE_V1 == 32);
static_assert(INTEGRATION_CLOCK_SIZE_V1 == 16);
static_assert(INTEGRATION_RANDOM_SIZE_V1 == 16);
static_assert(INTEGRATION_LOG_FIELD_SIZE_V1 == 40);
static_assert(INTEGRATION_LOG_SIZE_V1 == 16);
static_assert(INTEGRATION_WAKE_SIZE_V1 == 16);
static_assert(INTEGRATION_LISTS_SIZE_V1 == 16);
static_assert(INTEGRATION_NOTICES_SIZE_V1 == 16);
static_assert(INTEGRATION_WEBHOOK_REQUEST_SIZE_V1 == 96);
static_assert(INTEGRATION_API_SIZE_V1 == 112);
static_assert(INTEGRATION_OPERATION_SIZE_V1 == 16);
static_assert(INTEGRATION_HELLO_SIZE_V1 == 24);

}  // namespace

TEST(AbiLayout, TheFirstSizesAreNeverAboveTodaysSizes) {
  EXPECT_LE(INTEGRATION_CALL_SIZE_V1, sizeof(integration_call));
  EXPECT_LE(INTEGRATION_HOST_SIZE_V1, sizeof(integration_host));
  EXPECT_LE(INTEGRATION_API_SIZE_V1, sizeof(integration_api));
  EXPECT_LE(INTEGRATION_HELLO_SIZE_V1, sizeof(integration_hello));
}
