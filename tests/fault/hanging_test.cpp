// Tests an Ashby that takes calls and never answers.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>

#include "deliverer.hpp"

namespace fault {
namespace {

using host_stub_test::Connected;
using integration::Json;
using std::chrono::microseconds;
using std::chrono::steady_clock;

// More connections than the host has threads for work.
constexpr int kHangingConnections = 6;
// The time-out of a hanging call, in seconds.
constexpr double kHangSeconds = 10;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t kHiresBesides = 20;
#else
constexpr std::size_t kHiresBesides = 100;
#endif

struct Account {
  std::string id, requestUrl, secretToken;
};

// Connects another account of Ashby, which is the same account for the simulator.
Account connectAnother(Connected& connected, int number) {
  Account account;
  account.id = connected.host
                   .call("POST", "/api/connections",
                         integration::dumpJson(
                             {{"integration", "ashby"}, {"name", "Account " + std::to_string(number)}}))
                   .json()["id"]
                   .get<std::string>();
  const Json enabled = connected.host.call("POST", "/api/connections/" + account.id + "/enable").json();
  account.requestUrl = enabled["requestUrl"].get<std::string>();
  account.secretToken = enabled["secretToken"].get<std::string>();
  connected.host.call("PUT", "/api/connections/" + account.id + "/settings",
                      integration::dumpJson({{"apiKey", connected.apiKey}}));
  return account;
}

int deliver(Connected& connected, const Account& account, const std::string& application) {
  const std::string body = hiredBody(application);
  return connected.host
      .send("POST", account.requestUrl, body,
            {{"Content-Type", "application/json"},
             {"Ashby-Signature", host_stub_test::sign(account.secretToken, body)}})
      .status;
}

std::size_t newHiresOf(Connected& connected, const std::string& connection) {
  std::size_t count = 0;
  const Json page = connected.host.call("GET", "/api/new-hires?$limit=250").json();
  for (const Json& hire : page["data"]) count += hire["connectionId"] == connection ? 1U : 0U;
  return count;
}

// Returns whether the connection still waits for Ashby's first answer about the application.
bool stillWaits(Connected& connected, const Account& account, const std::string& application) {
  return connected.host.call("GET", "/api/connections/" + account.id + "/why?q=" + application)
             .json()["state"] == "waiting";
}

// Makes a hire of long ago, which no reconciliation reads: only its delivery can find it.
std::string hireOfLongAgo(Connected& connected) {
  return connected
      .ashby("POST", "/_control/hires",
             R"({"name":"Long Ago","email":"long.ago@example.org","hiredAt":"2024-05-02","webhooks":false})")
      .at("applicationId")
      .get<std::string>();
}

// The waiting times for the answers: the median and the maximum.
struct Waited {
  microseconds half, longest;
};
// Delivers a webhook for each application of `application`, one after the other.
Waited deliverMany(Deliverer& deliverer, const std::function<std::string(std::size_t)>& application) {
  std::vector<microseconds> took;
  for (std::size_t i = 0; i < kHiresBesides; ++i) {
    const std::string body = hiredBody(application(i));
    const auto before = steady_clock::now();
    EXPECT_EQ(deliverer.deliver(body), 200);
    took.push_back(std::chrono::duration_cast<microseconds>(steady_clock::now() - before));
  }
  std::sort(took.begin(), took.end());
  return {took[kHiresBesides / 2], took.back()};
}

TEST(HangingAshby, DelaysNoOtherConnection) {
  Connected connected;
  std::vector<Account> hanging;
  for (int i = 0; i < kHangingConnections; ++i) hanging.push_back(connectAnother(connected, i));
  Deliverer deliverer(connected);
  const Waited quiet = deliverMany(deliverer, [&](std::size_t) { return hireOfLongAgo(connected); });
  const std::string stuck = hireOfLongAgo(connected);
  connected.ashby("POST", "/_control/faults",
                  integration::dumpJson({{"kind", "hang"}, {"bodyContains", stuck}}));
  for (const Account& account : hanging) EXPECT_EQ(deliver(connected, account, stuck), 200);
  std::this_thread::sleep_for(std::chrono::seconds(1));  // their work hangs

  const auto begin = steady_clock::now();
  const Waited waited =
      deliverMany(deliverer, [&](std::size_t i) { return hireSilently(connected, 100 + i); });
  EXPECT_TRUE(host_stub_test::eventually([&] { return newHiresOf(connected, connected.id) == kHiresBesides; },
                                         std::chrono::seconds(60)));
  const double imported = std::chrono::duration<double>(steady_clock::now() - begin).count();
  for (const Account& account : hanging)
    EXPECT_TRUE(stillWaits(connected, account, stuck)) << "the others waited until it was given up";
  auto ms = [](microseconds time) { return static_cast<double>(time.count()) / 1000; };
  std::printf(
      "%d connections hang: deliveries answered within %.1f ms (half; %.1f in quiet) and %.1f ms (all), "
      "%zu hires of another connection there after %.1f s\n",
      kHangingConnections, ms(waited.half), ms(quiet.half), ms(waited.longest), kHiresBesides, imported);
  EXPECT_LT(waited.half, std::max(microseconds(20'000), 2 * quiet.half));
  EXPECT_LT(imported, kHangSeconds);
}

TEST(HangingAshby, ForOneHireDelaysOthersByOneCall) {
  constexpr std::size_t kOthers = 20;
  Connected connected;
  const std::string stuck = hireSilently(connected, 1);
  connected.ashby("POST", "/_control/faults",
                  integration::dumpJson({{"kind", "hang"}, {"bodyContains", stuck}}));
  Deliverer deliverer(connected);
  EXPECT_EQ(deliverer.deliver(hiredBody(stuck)), 200);
  for (std::size_t i = 0; i < kOthers; ++i)
    EXPECT_EQ(deliverer.deliver(hiredBody(hireSilently(connected, 100 + i))), 200);
  const auto begin = steady_clock::now();
  EXPECT_TRUE(host_stub_test::eventually([&] { return newHiresOf(connected, connected.id) == kOthers; },
                                         std::chrono::seconds(60)));
  const double imported = std::chrono::duration<double>(steady_clock::now() - begin).count();
  std::printf("one hire hangs: %zu others of its connection there after %.1f s\n", kOthers, imported);
  EXPECT_LT(imported, 2 * kHangSeconds);
  connected.ashby("DELETE", "/_control/faults");
  EXPECT_TRUE(host_stub_test::eventually([&] { return newHiresOf(connected, connected.id) == kOthers + 1; },
                                         std::chrono::seconds(60)));
}

}  // namespace
}  // namespace fault
