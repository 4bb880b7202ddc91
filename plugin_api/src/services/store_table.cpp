#include "../call_record.hpp"
#include "tables.hpp"

namespace integration {
namespace {

std::int32_t give(const std::vector<Entry>& entries, integration_entry_sink out) {
  for (const Entry& entry : entries) {
    const integration_entry crossing{sizeof(integration_entry), 0, detail::toView(entry.key),
                                     detail::toView(entry.value), entry.version};
    if (const std::int32_t status = out.entry(out.ctx, &crossing); status != INTEGRATION_OK) return status;
  }
  return INTEGRATION_OK;
}

std::int32_t get(const integration_call* call, const integration_view* keys, std::uint64_t count,
                 integration_entry_sink out, integration_sink error) noexcept {
  return serve(call, ServiceFunction::storeGet, error, "store.get", [&](const Services& services) {
    require(out.entry != nullptr, "store.get: no function takes the entries");
    requireArray(keys, count, Store::kMaxKeys, sizeof(integration_view), sizeof(integration_view));
    std::vector<std::string> wanted;
    for (std::uint64_t i = 0; i < count; ++i) wanted.emplace_back(given(keys[i]));
    return give(offered(services.store, INTEGRATION_STORE).get(wanted), out);
  });
}

std::int32_t scan(const integration_call* call, integration_view from, integration_view to,
                  std::uint32_t reverse, std::uint32_t limit, integration_entry_sink out, std::uint32_t* more,
                  integration_sink error) noexcept {
  return serve(call, ServiceFunction::storeScan, error, "store.scan", [&](const Services& services) {
    require(out.entry != nullptr && more != nullptr,
            "store.scan: no function takes the entries, or `more` is null");
    const Page page = offered(services.store, INTEGRATION_STORE)
                          .scan({std::string(given(from)), std::string(given(to)), reverse != 0, limit});
    *more = page.more ? 1 : 0;
    return give(page.entries, out);
  });
}

void refuseOp(std::uint64_t index, const char* why) {
  require(false, "op " + std::to_string(index) + ": " + why);
}

Commit toCommit(const integration_commit& from) {
  requireArray(from.ops, from.op_count, Store::kMaxOps, from.op_stride, INTEGRATION_OP_SIZE_V1);
  Commit commit;
  commit.wakeAt = from.wake_at;
  for (std::uint64_t i = 0; i < from.op_count; ++i) {
    const auto op = givenElement(from.ops, from.op_stride, i, INTEGRATION_OP_SIZE_V1);
    if (op.kind < INTEGRATION_PUT || op.kind > INTEGRATION_ADD) refuseOp(i, "its kind is unknown");
    if (op.expect < INTEGRATION_EXPECT_ANY || op.expect > INTEGRATION_EXPECT_VERSION)
      refuseOp(i, "its expectation is unknown");
    commit.ops.push_back({static_cast<Op::Kind>(op.kind), std::string(given(op.key)),
                          std::string(given(op.value)), op.delta, static_cast<Op::Expect>(op.expect),
                          op.version});
  }
  return commit;
}

std::int32_t commit(const integration_call* call, const integration_commit* from,
                    integration_commit_result* result, integration_sink error) noexcept {
  return serve(call, ServiceFunction::storeCommit, error, "store.commit",
               [&](const Services& services) -> std::int32_t {
                 require(from != nullptr && from->struct_size >= INTEGRATION_COMMIT_SIZE_V1,
                         "store.commit: the commit is null or too small");
                 require(result != nullptr && result->struct_size >= INTEGRATION_COMMIT_RESULT_SIZE_V1,
                         "store.commit: the result is null or too small");
                 const Commit wanted = toCommit(detail::readSized(from));
                 Store& store = offered(services.store, INTEGRATION_STORE);
                 Committed committed;
                 try {
                   committed = store.commit(wanted);
                 } catch (const std::bad_alloc&) {
                   // The barrier would say resource_exhausted, which promises that nothing happened.
                   return INTEGRATION_UNKNOWN;
                 }
                 result->failed_index = committed.failedIndex;
                 result->version = committed.version;
                 if (committed.code == Code::aborted)
                   detail::write(error,
                                 errorToJsonText({Code::aborted,
                                                  "op " + std::to_string(committed.failedIndex) +
                                                      " expected another version of its key: read again",
                                                  {},
                                                  {}}));
                 return static_cast<std::int32_t>(committed.code);
               });
}

}  // namespace

const integration_store kStoreTable{sizeof(integration_store), 0, get, scan, commit};

}  // namespace integration
