// Tests the services' tables as a plugin in C uses them: bad arguments, deadlines, and calls that have ended.
#include "support.hpp"

#include <thread>

#include "integration/detail/marshalling.hpp"

namespace integration {
namespace {

template <class Table>
const Table& service(const char* id) {
  return *static_cast<const Table*>(pluginHost().service(&pluginHost(), detail::toView(id)));
}
const integration_store& store() {
  return service<integration_store>(INTEGRATION_STORE);
}

std::int32_t takeEntry(void*, const integration_entry*) {
  return INTEGRATION_OK;
}
constexpr integration_entry_sink kTake{nullptr, takeEntry};
constexpr integration_sink kNobody{nullptr, nullptr};

class ServiceCall : public ::testing::Test {
 protected:
  std::int32_t commit(const integration_op* ops, std::uint64_t count,
                      std::uint32_t stride = sizeof(integration_op)) {
    const integration_commit commit{sizeof(commit), stride, ops, count, 0};
    integration_commit_result result{sizeof(result), 0, 0};
    detail::TextSink error;
    const std::int32_t status = store().commit(call.get(), &commit, &result, error.sink());
    message = error.text();
    return status;
  }
  static integration_op put(const char* key) {
    return {sizeof(integration_op), INTEGRATION_PUT, detail::toView(key), detail::toView("v"), 0, 0, 0, 0};
  }

  test::FakeHost host;
  HostCall call{CallKind::runWork, {.services = host.services()}};
  std::string message;
};

TEST_F(ServiceCall, WithoutACallIsAnInvalidArgument) {
  std::int64_t now = 0;
  EXPECT_EQ(service<integration_clock>(INTEGRATION_CLOCK).now(nullptr, &now), INTEGRATION_INVALID_ARGUMENT);
  EXPECT_EQ(store().get(nullptr, nullptr, 0, kTake, kNobody), INTEGRATION_INVALID_ARGUMENT);
}

TEST_F(ServiceCall, WithNullsIsAnInvalidArgument) {
  EXPECT_EQ(store().get(call.get(), nullptr, 1, kTake, kNobody), INTEGRATION_INVALID_ARGUMENT);
  EXPECT_EQ(store().get(call.get(), nullptr, 0, {nullptr, nullptr}, kNobody), INTEGRATION_INVALID_ARGUMENT);
  EXPECT_EQ(store().scan(call.get(), {}, {}, 0, 1, kTake, nullptr, kNobody), INTEGRATION_INVALID_ARGUMENT);
  EXPECT_EQ(store().commit(call.get(), nullptr, nullptr, kNobody), INTEGRATION_INVALID_ARGUMENT);
  EXPECT_EQ(service<integration_clock>(INTEGRATION_CLOCK).now(call.get(), nullptr),
            INTEGRATION_INVALID_ARGUMENT);
  EXPECT_EQ(service<integration_random>(INTEGRATION_RANDOM).fill(call.get(), nullptr, 4),
            INTEGRATION_INVALID_ARGUMENT);
  EXPECT_EQ(service<integration_http>(INTEGRATION_HTTP)
                .send(call.get(), nullptr, 96, 1, {nullptr, nullptr}, kNobody),
            INTEGRATION_INVALID_ARGUMENT);
  EXPECT_EQ(
      service<integration_secrets>(INTEGRATION_SECRETS).get(call.get(), {}, 0, {nullptr, nullptr}, kNobody),
      INTEGRATION_INVALID_ARGUMENT);
  EXPECT_EQ(service<integration_log>(INTEGRATION_LOG).write(call.get(), 2, {}, nullptr, 40, 3),
            INTEGRATION_INVALID_ARGUMENT);
}

TEST_F(ServiceCall, RefusesTextWithLengthButNoBytes) {
  const integration_view nowhere{nullptr, 3};
  EXPECT_EQ(store().get(call.get(), &nowhere, 1, kTake, kNobody), INTEGRATION_INVALID_ARGUMENT);
}

TEST_F(ServiceCall, RefusesTooManyElementsUnread) {
  const integration_op op = put("k");
  EXPECT_EQ(commit(&op, UINT64_MAX), INTEGRATION_INVALID_ARGUMENT);
  const integration_view key = detail::toView("k");
  EXPECT_EQ(store().get(call.get(), &key, 129, kTake, kNobody), INTEGRATION_INVALID_ARGUMENT);
}

TEST_F(ServiceCall, RefusesTooSmallSizesAndStrides) {
  integration_op op = put("k");
  EXPECT_EQ(commit(&op, 1, INTEGRATION_OP_SIZE_V1 - 8), INTEGRATION_INVALID_ARGUMENT);
  EXPECT_EQ(commit(&op, 1, 0), INTEGRATION_INVALID_ARGUMENT);
  EXPECT_EQ(commit(&op, 1, sizeof(op) + 1), INTEGRATION_INVALID_ARGUMENT);
  op.struct_size = 12;
  EXPECT_EQ(commit(&op, 1), INTEGRATION_INVALID_ARGUMENT);
  op.struct_size = sizeof(op) + 8;
  EXPECT_EQ(commit(&op, 1), INTEGRATION_INVALID_ARGUMENT);
  EXPECT_EQ(host.store.commits(), 0u);
}

TEST_F(ServiceCall, TakesElementsThatHaveGrown) {
  struct Larger {
    integration_op op;
    std::uint64_t somethingNew;
  } ops[2]{{put("a"), 1}, {put("b"), 2}};
  for (Larger& larger : ops) larger.op.struct_size = sizeof(Larger);
  EXPECT_EQ(commit(&ops[0].op, 2, sizeof(Larger)), INTEGRATION_OK);
  EXPECT_TRUE(host.store.get("a").present());
  EXPECT_TRUE(host.store.get("b").present());
}

TEST_F(ServiceCall, WithUnknownKindsIsAnInvalidArgument) {
  integration_op op = put("k");
  op.kind = 9;
  EXPECT_EQ(commit(&op, 1), INTEGRATION_INVALID_ARGUMENT);
  op = put("k");
  op.expect = -1;
  EXPECT_EQ(commit(&op, 1), INTEGRATION_INVALID_ARGUMENT);
  EXPECT_EQ(service<integration_log>(INTEGRATION_LOG).write(call.get(), 0, {}, nullptr, 40, 0),
            INTEGRATION_INVALID_ARGUMENT);
}

TEST_F(ServiceCall, StopsWhereASinkRefuses) {
  const integration_view keys[]{detail::toView("a"), detail::toView("b")};
  int taken = 0;
  const integration_entry_sink refusing{&taken, [](void* context, const integration_entry*) -> std::int32_t {
                                          ++*static_cast<int*>(context);
                                          return INTEGRATION_RESOURCE_EXHAUSTED;
                                        }};
  EXPECT_EQ(store().get(call.get(), keys, 2, refusing, kNobody), INTEGRATION_RESOURCE_EXHAUSTED);
  EXPECT_EQ(taken, 1);
}

TEST_F(ServiceCall, AnswersAbortedWithTheIndexOfTheFailingOp) {
  integration_op ops[]{put("a"), put("b")};
  ops[1].expect = INTEGRATION_EXPECT_VERSION;
  ops[1].version = 5;
  const integration_commit commit{sizeof(commit), sizeof(integration_op), ops, 2, 0};
  integration_commit_result result{sizeof(result), 0, 0};
  EXPECT_EQ(store().commit(call.get(), &commit, &result, kNobody), INTEGRATION_ABORTED);
  EXPECT_EQ(result.failed_index, 1u);
}

// A store that runs out of memory at each call, also in the middle of a commit.
struct StarvedStore final : Store {
  std::vector<Entry> get(std::span<const std::string>) override { throw std::bad_alloc(); }
  Page scan(const Range&) override { throw std::bad_alloc(); }
  Committed commit(const Commit&) override { throw std::bad_alloc(); }
};

TEST_F(ServiceCall, ReportsCommitOutOfMemoryAsUnknown) {
  StarvedStore starved;
  const HostCall other(CallKind::runWork, {.services = {.store = &starved}});
  const integration_op op = put("k");
  const integration_commit commit{sizeof(commit), sizeof(op), &op, 1, 0};
  integration_commit_result result{sizeof(result), 0, 0};
  EXPECT_EQ(store().commit(other.get(), &commit, &result, kNobody), INTEGRATION_UNKNOWN);
}

TEST_F(ServiceCall, IsRefusedAfterTheDeadlineButMayLog) {
  const HostCall late(CallKind::runWork, {.services = host.services(), .deadline = host.clock.now() - 1});
  EXPECT_EQ(store().get(late.get(), nullptr, 0, kTake, kNobody), INTEGRATION_DEADLINE_EXCEEDED);
  EXPECT_EQ(host.store.calls(), 0u);
  EXPECT_EQ(
      service<integration_log>(INTEGRATION_LOG).write(late.get(), 2, detail::toView("late"), nullptr, 40, 0),
      INTEGRATION_OK);
  EXPECT_EQ(host.log.lines().size(), 1u);
}

TEST_F(ServiceCall, AtTheDeadlineIsServed) {
  const HostCall now(CallKind::runWork, {.services = host.services(), .deadline = host.clock.now()});
  EXPECT_EQ(store().get(now.get(), nullptr, 0, kTake, kNobody), INTEGRATION_OK);
}

TEST_F(ServiceCall, OfAnEndedCallIsAFailedPrecondition) {
  const integration_call* kept = nullptr;
  {
    const HostCall ended(CallKind::runWork, {.services = host.services()});
    kept = ended.get();
    EXPECT_EQ(kept->cancelled(kept), 0u);
  }
  for (std::size_t i = 0; i < HostCall::kQuarantine - 1; ++i) {
    const HostCall other(CallKind::runWork, {.services = host.services()});
    ASSERT_NE(other.get(), kept);
  }
  EXPECT_EQ(store().get(kept, nullptr, 0, kTake, kNobody), INTEGRATION_FAILED_PRECONDITION);
  EXPECT_EQ(kept->cancelled(kept), 1u);
}

TEST_F(ServiceCall, LogFieldsOfAnUnknownClassAreNotPublic) {
  const integration_log_field field{sizeof(field), 77, detail::toView("name"), detail::toView("value")};
  service<integration_log>(INTEGRATION_LOG)
      .write(call.get(), 2, detail::toView("event"), &field, sizeof(field), 1);
  EXPECT_EQ(host.log.printed(), "event\n");
}

TEST_F(ServiceCall, UnknownServicesAreNull) {
  for (const char* id : {"", "integration.store", "integration.store/2", "integration.teleport/1"})
    EXPECT_EQ(pluginHost().service(&pluginHost(), detail::toView(id)), nullptr) << id;
  EXPECT_EQ(pluginHost().service(&pluginHost(), {nullptr, 0}), nullptr);
}

// A service that is still in use when its call ends. The end of the call waits for it.
struct SlowClock final : Clock {
  std::int64_t now() override {
    entered = true;
    entered.notify_all();
    leave.wait(false);
    return 1;
  }
  std::atomic<bool> entered = false, leave = false;
};

TEST_F(ServiceCall, ThatStillRunsHoldsTheEndOfItsCall) {
  SlowClock clock;
  std::atomic<bool> ended = false;
  auto slow = std::make_unique<HostCall>(CallKind::runWork, CallOptions{.services = {.clock = &clock}});
  std::int64_t now = 0;
  std::thread user([&, raw = slow->get()] { service<integration_clock>(INTEGRATION_CLOCK).now(raw, &now); });
  clock.entered.wait(false);
  std::thread ender([&] {
    slow.reset();
    ended = true;
  });
  EXPECT_FALSE(ended);
  clock.leave = true;
  clock.leave.notify_all();
  user.join();
  ender.join();
  EXPECT_EQ(now, 1);
}

}  // namespace
}  // namespace integration
