#include "net/address/trusted_proxies.hpp"

#include <gmock/gmock.h>

#include "integration/status.hpp"
#include "net/server/this_machine.hpp"

namespace host_stub {
namespace {

using testing::HasSubstr;

TrustedProxies trusting(std::string_view text) {
  TrustedProxies proxies;
  proxies.add(text);
  return proxies;
}

std::string proxyRefusal(const std::string& text) {
  try {
    trusting(text);
    return "taken";
  } catch (const integration::Failure& failure) {
    return failure.what();
  }
}

TEST(TrustedProxies, AreAddressesAndNetworks) {
  const TrustedProxies proxies = trusting(" 127.0.0.1, 10.1.2.3/8 ,[2001:db8::]/32,::ffff:192.0.2.7");
  for (const char* trusted : {"127.0.0.1", "10.0.0.1", "10.255.255.255", "2001:db8::1", "192.0.2.7"})
    EXPECT_TRUE(proxies.trusts(trusted)) << trusted;
  for (const char* other : {"127.0.0.2", "11.0.0.1", "2001:db9::1", "::1", "192.0.2.8", "", "unknown"})
    EXPECT_FALSE(proxies.trusts(other)) << other;
  EXPECT_FALSE(TrustedProxies().trusts("127.0.0.1"));
}

TEST(TrustedProxies, RefusalSaysWhatToWrite) {
  for (const auto& [given, says] :
       std::vector<std::pair<std::string, std::string>>{{"", "IP address"},
                                                        {"localhost", "IP address"},
                                                        {"127.0.0.1,", "IP address"},
                                                        {"127.0.0.1:80", "IP address"},
                                                        {"10.0.0", "IP address"},
                                                        {"fe80::1%lo", "IP address"},
                                                        {"10.0.0.0/33", "bits from 1 to 32"},
                                                        {"10.0.0.0/", "bits from 1 to 32"},
                                                        {"10.0.0.0/8x", "bits from 1 to 32"},
                                                        {"::1/129", "bits from 1 to 128"},
                                                        {"0.0.0.0/0", "every address"},
                                                        {"::/0", "every address"}})
    EXPECT_THAT(proxyRefusal(given), HasSubstr(says)) << given;
}

struct Forwarded {
  std::string peer;
  std::vector<std::string> lines;  // the lines of X-Forwarded-For
  std::string client;
};

TEST(TrustedProxies, AloneAreBelieved) {
  const TrustedProxies proxies = trusting("127.0.0.1,10.0.0.0/8,::1");
  for (const auto& [peer, lines, client] :
       std::vector<Forwarded>{{"127.0.0.1", {"203.0.113.9"}, "203.0.113.9"},
                              {"::1", {"203.0.113.9"}, "203.0.113.9"},
                              {"192.0.2.1", {"203.0.113.9"}, "192.0.2.1"},
                              {"127.0.0.1", {}, "127.0.0.1"},
                              {"127.0.0.1", {""}, "127.0.0.1"},
                              {"127.0.0.1", {"6.6.6.6, 203.0.113.9"}, "203.0.113.9"},
                              {"127.0.0.1", {"6.6.6.6", "203.0.113.9"}, "203.0.113.9"},
                              {"127.0.0.1", {"6.6.6.6, 203.0.113.9, 10.1.1.1"}, "203.0.113.9"},
                              {"127.0.0.1", {"10.2.2.2,10.1.1.1"}, "10.2.2.2"},
                              {"127.0.0.1", {"203.0.113.9, unknown"}, "127.0.0.1"},
                              {"127.0.0.1", {"203.0.113.9, unknown, 10.1.1.1"}, "10.1.1.1"},
                              {"127.0.0.1", {"203.0.113.9:4711"}, "203.0.113.9"},
                              {"127.0.0.1", {"[2001:DB8::7]:4711"}, "2001:db8::7"},
                              {"127.0.0.1", {"2001:db8:0::7"}, "2001:db8::7"},
                              {"127.0.0.1", {"::ffff:203.0.113.9"}, "203.0.113.9"},
                              {"127.0.0.1", {"127.0.0.1"}, "127.0.0.1"}}) {
    std::vector<integration::Header> headers = {{"Host", "hr.example.com"}};
    for (const std::string& line : lines) headers.push_back({"x-forwarded-for", line});
    EXPECT_EQ(proxies.clientOf(peer, headers), client) << peer << " " << testing::PrintToString(lines);
  }
}

TEST(ThisMachine, AsksDirectlyAndByItsName) {
  const auto asks = [](const std::string& peer, const std::vector<integration::Header>& headers) {
    return isFromThisMachine({"GET", "/metrics", "", headers, peer});
  };
  for (const char* host : {"127.0.0.1:9090", "localhost", "LOCALHOST:9090", "[::1]:9090"}) {
    EXPECT_TRUE(asks("127.0.0.1", {{"Host", host}})) << host;
    EXPECT_TRUE(asks("::1", {{"Host", host}})) << host;
    EXPECT_FALSE(asks("192.0.2.1", {{"Host", host}})) << host;
  }
  for (const char* host : {"evil.test", "127.0.0.1.evil.test", "hr.example.com", "", "localhost@evil.test"})
    EXPECT_FALSE(asks("127.0.0.1", {{"Host", host}})) << host;
  for (const char* forwarding : {"X-Forwarded-For", "forwarded", "Via", "X-Real-IP"})
    EXPECT_FALSE(asks("127.0.0.1", {{"Host", "localhost"}, {forwarding, "127.0.0.1"}})) << forwarding;
  EXPECT_FALSE(asks("127.0.0.1", {}));
}

}  // namespace
}  // namespace host_stub
