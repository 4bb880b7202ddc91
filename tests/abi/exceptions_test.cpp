// Tests that no exception crosses the ABI, in either direction.
#include "support.hpp"

namespace integration {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

Error errorOfCreate(const std::string& connection) {
  return errorOf([&] { PluginInstance::create(loadPlugin("echo"), {connection, "echo"}); });
}

TEST(AuthorKit, TurnsAConstructorsExceptionIntoAnError) {
  const Error error = errorOfCreate("throw std");
  EXPECT_EQ(error.code, Code::internal);
  EXPECT_THAT(error.message, AllOf(HasSubstr("create"), HasSubstr("no such luck")));
}

TEST(AuthorKit, TurnsUnknownExceptionsIntoInternalErrors) {
  EXPECT_EQ(errorOfCreate("throw int").code, Code::internal);
}

TEST(AuthorKit, PassesAFailureOnAsItIs) {
  const Error error = errorOfCreate("throw failure");
  EXPECT_EQ(error.code, Code::resourceExhausted);
  EXPECT_EQ(error.retryAfterMs, 1500);
  EXPECT_EQ(error.issues, (std::vector<Issue>{{"connectionId", "full", "take another"}}));
}

TEST(AuthorKit, TurnsExceptionsOfEntriesIntoErrors) {
  test::FakeHost host;
  const auto instance = makeInstance("echo");
  for (const char* what : {"throw std", "throw int"}) {
    const Error error = errorOf([&] { instance->configure({.services = host.services()}, what); });
    EXPECT_EQ(error.code, Code::internal);
    EXPECT_THAT(error.message, HasSubstr("configure"));
  }
}

TEST(HostKit, CatchesWhatAPluginWithoutTheAuthorKitLetsOut) {
  const auto instance = makeInstance("throws_raw");
  EXPECT_THAT(errorOf([&] { instance->status({}); }).message,
              AllOf(HasSubstr("throws_raw"), HasSubstr("status")));
  EXPECT_EQ(errorOf([&] { instance->supports("x/1"); }).code, Code::internal);
  EXPECT_THAT(errorOf([&] { instance->close(std::chrono::seconds(1)); }).message, HasSubstr("destroy"));
}

TEST(HostKit, DestroysAnInstanceWhoseDestroyThrows) {
  makeInstance("throws_raw").reset();
}

// A host's service that throws. The plugin gets a status, and its answer to that comes back.
struct ThrowingClock final : Clock {
  std::int64_t now() override {
    if (value == 0) throw std::runtime_error("the clock fell off the wall");
    if (value == 1) throw 42;
    throw Failure(Code::unavailable, "not now");
  }
  int value = 0;
};

TEST(HostKit, LetsNoExceptionOfAServiceThrough) {
  ThrowingClock clock;
  const auto instance = makeInstance("echo");
  const CallOptions options{.services = {.clock = &clock}};
  EXPECT_EQ(errorOf([&] { instance->status(options); }).code, Code::internal);
  clock.value = 1;
  EXPECT_EQ(errorOf([&] { instance->status(options); }).code, Code::internal);
  clock.value = 2;
  EXPECT_EQ(errorOf([&] { instance->status(options); }).code, Code::unavailable);
}

}  // namespace
}  // namespace integration
