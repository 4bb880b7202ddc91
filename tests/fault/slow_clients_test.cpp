// Tests 200 clients that send slowly or nothing at all, beside good ones.
#include <gtest/gtest.h>

#include <Poco/URI.h>

#include <atomic>
#include <cstdio>
#include <memory>

#include "deliverer.hpp"
#include "host_net/raw_client.hpp"

namespace fault {
namespace {

using host_stub::test::RawClient;
using host_stub_test::Connected;

TEST(SlowClients, HarmNoDeliveries) {
  constexpr int kGood = 200;
  Connected connected;
  const auto port = static_cast<std::uint16_t>(Poco::URI(connected.host.url()).getPort());
  std::vector<std::unique_ptr<RawClient>> slow;
  const std::string path = connected.requestUrl.substr(connected.requestUrl.find("/hooks/"));
  for (int i = 0; i < 200; ++i) {
    slow.push_back(std::make_unique<RawClient>(port));
    if (i % 3 == 1) slow.back()->send("POST " + path + " HTTP/1.1\r\nX: ");
    if (i % 3 == 2)
      slow.back()->send("POST " + path + " HTTP/1.1\r\nHost: t\r\nContent-Length: 100000\r\n\r\n");
  }
  std::atomic<bool> ending{false};
  std::thread drip([&] {
    while (!ending) {
      for (std::size_t i = 0; i < slow.size(); ++i)
        if (i % 3 != 0) slow[i]->send("x");
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
  });
  int answered = 0;
  for (int i = 0; i < kGood; ++i)
    answered +=
        Deliverer(connected).deliver(hiredBody(hireSilently(connected, static_cast<std::uint64_t>(i)))) == 200
            ? 1
            : 0;
  ending = true;
  drip.join();
  std::printf("200 slow and idle clients: %d of %d good deliveries answered\n", answered, kGood);
  EXPECT_GE(answered * 100, kGood * 99);
  EXPECT_EQ(connected.newHires(100).size(), 100U);  // one page
}

}  // namespace
}  // namespace fault
