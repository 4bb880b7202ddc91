#include "hosting/connections/claims.hpp"

#include <gtest/gtest.h>

#include <future>
#include <optional>

namespace host_stub {
namespace {

using integration::Code;
using integration::Failure;

const Failure kTaken(Code::aborted, "it is taken");

TEST(Claims, RefuseASecondClaimAfterItsWait) {
  Claims claims(std::chrono::milliseconds(100));
  const Claims::Claim first(claims, "a", kTaken);
  EXPECT_THROW(Claims::Claim(claims, "a", kTaken), Failure);
  EXPECT_THROW(Claims::Claim(claims, "a", kTaken), Failure) << "a refused one holds nothing";
}

TEST(Claims, GiveAFreedKeyToWhoWaits) {
  Claims claims(std::chrono::seconds(20));
  std::optional<Claims::Claim> first;
  first.emplace(claims, "a", kTaken);
  auto waiting = std::async(std::launch::async, [&] { const Claims::Claim second(claims, "a", kTaken); });
  first.reset();
  EXPECT_NO_THROW(waiting.get());
}

TEST(Claims, HoldNoOtherKey) {
  Claims claims(std::chrono::seconds(20));
  const Claims::Claim first(claims, "a", kTaken);
  EXPECT_NO_THROW(Claims::Claim(claims, "b", kTaken));
}

}  // namespace
}  // namespace host_stub
