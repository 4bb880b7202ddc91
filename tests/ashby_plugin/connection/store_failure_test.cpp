// Tests a store that fails at any of its calls. The plugin acknowledges only what is durable, and leaves
// nothing half done.
#include "support/connection.hpp"

namespace ashby::test {
namespace {

using integration::Commit;
using integration::Committed;
using integration::Entry;
using integration::Page;
using integration::Range;
using testing::SizeIs;

// Lets the first `healthy` calls through, then does `then` at the next one.
class FailingStore final : public integration::Store {
 public:
  enum class Then { fails, aborts, losesTheAnswer };

  FailingStore(integration::Store& real, int healthy, Then then)
      : real_(real), healthy_(healthy), then_(then) {}
  using Store::get;
  std::vector<Entry> get(std::span<const std::string> keys) override {
    if (then_ == Then::fails && isNext()) fail();
    return real_.get(keys);
  }
  Page scan(const Range& range) override {
    if (then_ == Then::fails && isNext()) fail();
    return real_.scan(range);
  }
  Committed commit(const Commit& commit) override {
    if (!isNext()) return real_.commit(commit);
    if (then_ == Then::aborts) return {Code::aborted, 0, 0};
    if (then_ == Then::losesTheAnswer) (void)real_.commit(commit);
    fail();
  }
  bool happened() const { return happened_; }

 private:
  bool isNext() {
    const bool next = healthy_-- == 0;
    happened_ |= next;
    return next;
  }
  [[noreturn]] static void fail() { throw Failure(Code::unavailable, "the store is away"); }

  integration::Store& real_;
  int healthy_;
  Then then_;
  bool happened_ = false;
};

class StoreFailure : public Connected {
 protected:
  using Then = FailingStore::Then;

  integration::Services over(FailingStore& store) {
    auto services = host.services();
    services.store = &store;
    return services;
  }
  int sendOver(FailingStore& store, const std::string& body, const std::string& secret = kSecretToken) {
    FakeCall call(over(store), CallKind::handleWebhook);
    const std::vector<integration::Header> headers = {
        {"Ashby-Signature", ashby_simulator::signatureOf(secret, body)}};
    return takeDelivery(call, {"POST", "", headers, body, "", host.clock.now()}).httpStatus;
  }
  // Hires somebody new; returns the body of the last webhook that is due.
  std::string someDelivery() {
    hire({{"name", "Person " + std::to_string(++people_)}});
    return ashby.world.due(host.clock.now()).back().body;
  }

 private:
  int people_ = 0;
};

TEST_F(StoreFailure, AtAnyCallOfADeliveryThrowsAndLeavesNothing) {
  const std::string body = someDelivery();
  const auto before = dump();
  bool failed = true;
  int calls = 0;
  for (; failed; ++calls) {
    FailingStore store(host.store, calls, Then::fails);
    const Code code = codeOf([&] { EXPECT_EQ(sendOver(store, body), 200); });
    failed = store.happened();
    EXPECT_EQ(code, failed ? Code::unavailable : Code::ok);
    if (failed) {
      EXPECT_EQ(dump(), before) << "call " << calls;
    }
  }
  EXPECT_GE(calls, 4);
  settle();
  EXPECT_THAT(hires(), SizeIs(1));
}

TEST_F(StoreFailure, LeavesTheAnswerToAWrongSignatureAsItIs) {
  constexpr int kSettings = 1;  // no answer is possible without the settings
  int calls = kSettings;
  for (bool happened = true; happened; ++calls) {
    FailingStore store(host.store, calls, Then::fails);
    EXPECT_EQ(sendOver(store, "{}", "a wrong secret"), 401) << "call " << calls;
    happened = store.happened();
  }
  EXPECT_GE(calls, 4);
}

TEST_F(StoreFailure, ThatAbortsADeliveryHasItTriedAgainUnseen) {
  const std::string body = someDelivery();
  FailingStore store(host.store, 0, Then::aborts);
  EXPECT_EQ(sendOver(store, body), 200);
  EXPECT_TRUE(store.happened());
  settle();
  EXPECT_THAT(hires(), SizeIs(1));
}

TEST_F(StoreFailure, LosingADeliverysAnswerIsHealedByRetry) {
  const std::string body = someDelivery();
  FailingStore store(host.store, 0, Then::losesTheAnswer);
  EXPECT_EQ(codeOf([&] { sendOver(store, body); }), Code::unavailable);
  EXPECT_EQ(send(body), 200);
  settle();
  EXPECT_THAT(hires(), SizeIs(1));
  EXPECT_EQ(ashby.calls("application.info"), 1U);
}

TEST_F(StoreFailure, AtAnyCallOfRunWorkIsHealedByTheNextRun) {
  for (const Then then : {Then::fails, Then::aborts, Then::losesTheAnswer}) {
    bool happened = true;
    std::size_t staged = hires().size();
    for (int calls = 0; happened; ++calls) {
      EXPECT_EQ(send(someDelivery()), 200);
      sync();
      FailingStore store(host.store, calls, then);
      FakeCall call(over(store), CallKind::runWork);
      (void)codeOf([&] { runDueWork(call, link); });
      happened = store.happened();
      pass(5 * kMinute);
      EXPECT_THAT(hires(), SizeIs(++staged)) << "call " << calls;
    }
  }
}

TEST_F(StoreFailure, AtAnyCallOfAPromoteMakesOnePersonInTheEnd) {
  std::size_t people = 0;
  for (const Then then : {Then::fails, Then::aborts, Then::losesTheAnswer}) {
    bool happened = true;
    for (int calls = 0; happened; ++calls) {
      const NewHire hire = import({{"name", "Person " + std::string(people + 1, 'x')}});
      FailingStore store(host.store, calls, then);
      FakeCall call(over(store), CallKind::promote);
      (void)codeOf([&] { promoteHire(call, AshbyHireSource(call, link), {hire.id, {}, {}}); });
      happened = store.happened();
      pass(kMinute);
      EXPECT_FALSE(hireOf(hire.source.applicationId).busy);
      promote({hire.id, {}, {}});
      EXPECT_THAT(host.members.people(), SizeIs(++people)) << "call " << calls;
    }
  }
}

TEST_F(StoreFailure, AtAnyCallOfADiscardLeavesAllOrNothing) {
  for (const Then then : {Then::fails, Then::aborts, Then::losesTheAnswer}) {
    bool happened = true;
    for (int calls = 0; happened; ++calls) {
      const NewHire hire = import();
      FailingStore store(host.store, calls, then);
      FakeCall call(over(store), CallKind::discard);
      (void)codeOf([&] { discardHire(call, {hire.id, true}); });
      happened = store.happened();
      const std::string id = hire.source.applicationId;
      EXPECT_EQ(why(id).state, hireOf(id).state == HireState::staged ? "staged" : "discarded");
      discard(hire.id, true);
      EXPECT_EQ(hireOf(id).state, HireState::discarded);
      pass(kMinute);
    }
  }
}

TEST_F(StoreFailure, OfNewerDataStopsEveryEntryAndWritesNothing) {
  const std::string body = someDelivery();
  const auto settings = host.store.get(std::string(keys::kSettings));
  ASSERT_TRUE(host.store.commit({{integration::Op::put(settings.key, "2 {}")}, 0}).ok());
  const auto before = dump();
  EXPECT_EQ(codeOf([&] { send(body); }), Code::failedPrecondition);
  EXPECT_EQ(codeOf([&] { work(); }), Code::failedPrecondition);
  EXPECT_EQ(codeOf([&] { enable(); }), Code::failedPrecondition);
  EXPECT_EQ(codeOf([&] { disable(); }), Code::failedPrecondition);
  EXPECT_EQ(codeOf([&] { configure(R"({"importFrom":"2020-01-01"})"); }), Code::failedPrecondition);
  EXPECT_EQ(codeOf([&] { status(); }), Code::failedPrecondition);
  EXPECT_EQ(dump(), before);
}

}  // namespace
}  // namespace ashby::test
