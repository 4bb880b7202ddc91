#include "net/address/origin.hpp"

#include <gtest/gtest.h>

#include "integration/status.hpp"

namespace host_stub {
namespace {

using integration::Failure;

TEST(Url, OriginsAreNormalised) {
  EXPECT_EQ(parseOrigin("HTTPS://Api.AshbyHQ.com"), (Origin{"https", "api.ashbyhq.com", 443}));
  EXPECT_EQ(parseOrigin("https://api.ashbyhq.com:443/"), parseOrigin("https://api.ashbyhq.com"));
  EXPECT_EQ(parseOrigin("http://[::1]:8080").host, parseOrigin("http://[0:0:0:0:0:0:0:1]:8080").host);
  EXPECT_NE(parseOrigin("https://api.ashbyhq.com."), parseOrigin("https://api.ashbyhq.com"));
  EXPECT_EQ(parseOrigin("https://h:444").text(), "https://h:444");
  EXPECT_EQ(parseOrigin("https://h:443").text(), "https://h");
}

TEST(Url, TargetIsKeptAsGiven) {
  EXPECT_EQ(parseUrl("https://h/a%2Fb/../c?x=%41&y").target, "/a%2Fb/../c?x=%41&y");
  EXPECT_EQ(parseUrl("https://h").target, "/");
  EXPECT_EQ(parseUrl("https://h?x=1").target, "/?x=1");
}

class RefusedUrl : public testing::TestWithParam<std::string> {};

TEST_P(RefusedUrl, IsNeverSentAnywhere) {
  EXPECT_THROW(parseUrl(GetParam()), Failure);
}

INSTANTIATE_TEST_SUITE_P(Url, RefusedUrl,
                         testing::Values("", "api.ashbyhq.com", "ftp://h/", "https:/h", "https:///path",
                                         "https://user@h/", "https://u:p@h/", "https://h@evil.example/",
                                         "https://h\\@evil.example/", "https://h#@evil.example/",
                                         "https://h/#f", "https://h:0/", "https://h:65536/", "https://h:/",
                                         "https://h:80a/", "https://h h/", "https://h/ x",
                                         "https://h/\r\nX: y", "https://h/\xc3\xa9", "https://[::1",
                                         "https://[h]/", "https://[::1]x/", "https://[127.0.0.1]/",
                                         "https://h_x%20/", "javascript://h/"));

TEST(Url, RefusalDoesNotRepeatTheUrl) {
  try {
    parseUrl("https://secret-key@h/");
    FAIL();
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.error().message.find("secret-key"), std::string::npos);
  }
}

TEST(OriginOverride, LeadsToThisMachineOnly) {
  const OriginOverride route = parseRoute("https://api.ashbyhq.com=http://127.0.0.1:9000");
  EXPECT_EQ(route.from.text(), "https://api.ashbyhq.com");
  EXPECT_EQ(route.to.text(), "http://127.0.0.1:9000");
  for (const char* target :
       {"http://127.9.9.9:1", "http://[::1]:1", "http://localhost:1", "https://localhost:1"})
    EXPECT_NO_THROW(parseRoute("https://a=" + std::string(target))) << target;
  for (const char* target :
       {"http://10.0.0.1:1", "http://example.org", "http://127.0.0.1.example.org", "http://[::2]:1",
        "http://localhost.example.org", "http://0.0.0.0:1", "http://127.0.0.1:1/path", ""})
    EXPECT_THROW(parseRoute("https://a=" + std::string(target)), Failure) << target;
  EXPECT_THROW(parseRoute("https://a"), Failure);
}

}  // namespace
}  // namespace host_stub
