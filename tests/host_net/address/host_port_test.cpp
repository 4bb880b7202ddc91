#include "net/address/host_port.hpp"

#include <gmock/gmock.h>

#include "integration/status.hpp"

namespace host_stub {
namespace {

using testing::HasSubstr;

std::string hostPortResult(const std::string& text) {
  try {
    return "taken as " + parseHostPort(text).text();
  } catch (const integration::Failure& failure) {
    return failure.what();
  }
}

TEST(HostPort, IsNormalised) {
  for (const auto& [given, read] :
       std::vector<std::pair<std::string, std::string>>{{"127.0.0.1:8080", "127.0.0.1:8080"},
                                                        {"localhost:0", "localhost:0"},
                                                        {" LOCALHOST:08080 ", "localhost:8080"},
                                                        {"0.0.0.0:80", "0.0.0.0:80"},
                                                        {"[::1]:8080", "[::1]:8080"},
                                                        {"[0:0:0:0:0:0:0:1]:8080", "[::1]:8080"},
                                                        {"[::]:0", "[::]:0"},
                                                        {"[2001:DB8::7]:443", "[2001:db8::7]:443"},
                                                        {"[::ffff:127.0.0.1]:0", "127.0.0.1:0"},
                                                        {"my_relay:25", "my_relay:25"}})
    EXPECT_EQ(hostPortResult(given), "taken as " + read) << given;
}

TEST(HostPort, RefusalSaysWhatToWrite) {
  for (const auto& [given, says] : std::vector<std::pair<std::string, std::string>>{
           {"", "127.0.0.1:8080"},
           {"here", "127.0.0.1:8080"},
           {"8080", "127.0.0.1:8080"},
           {"127.0.0.1", "127.0.0.1:8080"},
           {"127.0.0.1:", "port from 0 to 65535"},
           {"127.0.0.1:+80", "port from 0 to 65535"},
           {"127.0.0.1:65536", "port from 0 to 65535"},
           {"127.0.0.1:8080/", "port from 0 to 65535"},
           {"http://127.0.0.1:8080", "no URL"},
           {"*:8096", "0.0.0.0:8096 or [::]:8096"},
           {":8096", "0.0.0.0:8096 or [::]:8096"},
           {":::0", "write [::]:0"},
           {"::1:8080", "[::1]:8080"},
           {"2001:db8::7:443", "[2001:db8::7]:443 or [2001:db8::7:443]:8080"},
           {"fe80:0:0:0:0:0:0:1", "[fe80:0:0:0:0:0:0:1]:8080"},
           {"a:b:80", "[::1]:8080"},
           {"[::1]", "[::1]:8080"},
           {"[::1", "[::1]:8080"},
           {"[127.0.0.1]:80", "[::1]:8080"},
           {"[localhost]:80", "[::1]:8080"},
           {"[fe80::1%lo]:80", "zone"},
           {"127.1:80", "four numbers"},
           {"256.0.0.1:80", "four numbers"},
           {"ho st:80", "names no host"},
           {"user@host:80", "names no host"}})
    EXPECT_THAT(hostPortResult(given), HasSubstr(says)) << given;
}

TEST(HostPort, KnowsThisMachine) {
  for (const char* here : {"127.0.0.1:1", "127.9.9.9:1", "[::1]:1", "localhost:1", "[::ffff:127.0.0.1]:1"})
    EXPECT_TRUE(parseHostPort(here).isLoopback()) << here;
  for (const char* there : {"0.0.0.0:1", "[::]:1", "10.0.0.1:1", "localhost.example.org:1", "[::2]:1"})
    EXPECT_FALSE(parseHostPort(there).isLoopback()) << there;
}

TEST(HostPort, KnowsWhereNobodyCanConnect) {
  EXPECT_TRUE(parseHostPort("0.0.0.0:1").isUnspecified());
  EXPECT_TRUE(parseHostPort("[::]:1").isUnspecified());
  EXPECT_TRUE(parseHostPort("[::ffff:0.0.0.0]:1").isUnspecified());
  EXPECT_FALSE(parseHostPort("localhost:1").isUnspecified());
}

}  // namespace
}  // namespace host_stub
