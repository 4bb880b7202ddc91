#include "net/address/public_url.hpp"

#include <gmock/gmock.h>

#include "integration/status.hpp"

namespace host_stub {
namespace {

using testing::HasSubstr;

std::string publicUrlResult(const std::string& text) {
  try {
    return "taken as " + parsePublicUrl(text).text();
  } catch (const integration::Failure& failure) {
    return failure.what();
  }
}

TEST(PublicUrl, IsReadAsBrowsersDo) {
  for (const auto& [given, read] : std::vector<std::pair<std::string, std::string>>{
           {"https://hr.example.com", "https://hr.example.com"},
           {"https://hr.example.com/", "https://hr.example.com"},
           {"https://hr.example.com//", "https://hr.example.com"},
           {"https://hr.example.com:443", "https://hr.example.com"},
           {"https://hr.example.com:0443", "https://hr.example.com"},
           {"https://hr.example.com:", "https://hr.example.com"},
           {"https://hr.example.com.", "https://hr.example.com"},
           {"https://hr.example.com.:443/", "https://hr.example.com"},
           {"https://HR.example.com", "https://hr.example.com"},
           {"HTTPS://hr.example.com", "https://hr.example.com"},
           {" https://hr.example.com", "https://hr.example.com"},
           {"\xc2\xa0https://hr.example.com\n", "https://hr.example.com"},
           {"http://hr.example.com:80", "http://hr.example.com"},
           {"http://hr.example.com:443", "http://hr.example.com:443"},
           {"https://hr.example.com:8443", "https://hr.example.com:8443"},
           {"https://m\xc3\xbcller.example", "https://xn--mller-kva.example"},
           {"https://M\xc3\x9cLLER.example", "https://xn--mller-kva.example"},
           {"https://xn--mller-kva.example", "https://xn--mller-kva.example"},
           {"https://hr\xe3\x80\x82"
            "example",
            "https://hr.example"},
           {"http://[::1]:8080", "http://[::1]:8080"},
           {"http://10.0.0.5:8080", "http://10.0.0.5:8080"},
           {"http://localhost:8080", "http://localhost:8080"}})
    EXPECT_EQ(publicUrlResult(given), "taken as " + read) << given;
}

TEST(PublicUrl, RefusalSaysWhatToWrite) {
  for (const auto& [given, says] : std::vector<std::pair<std::string, std::string>>{
           {"", "begin with https://"},
           {"hr.example.com", "begin with https://"},
           {"//hr.example.com", "begin with https://"},
           {"https//hr.example.com", "begin with https://"},
           {"https:hr.example.com", "begin with https://"},
           {"https:/hr.example.com", "begin with https://"},
           {"ftp://hr.example.com", "begin with https://"},
           {"wss://hr.example.com", "begin with https://"},
           {"javascript:alert(1)", "begin with https://"},
           {"https://", "names no host"},
           {"https:///hr", "names no host"},
           {"https://:443", "host"},
           {"https://?x=1", "names no host"},
           {"https://hr.example.com/hr", "write https://hr.example.com"},
           {"https://hr.example.com/hr/", "write https://hr.example.com"},
           {"https://hr.example.com?x=1", "write https://hr.example.com"},
           {"https://HR.example.com:8443/#top", "write https://hr.example.com:8443"},
           {"https://hr.example.com\\hr", "write https://hr.example.com"},
           {"https://ann@hr.example.com", "user name"},
           {"https://ann:pw@hr.example.com", "user name"},
           {"https://hr example.com", "letters, digits"},
           {"https://hr_1.example.com", "letters, digits"},
           {"https://-hr.example.com", "letters, digits"},
           {"https://hr..example.com", "letters, digits"},
           {"https://%68r.example.com", "letters, digits"},
           {"https://hr.example.com:70000", "port from 1 to 65535"},
           {"https://hr.example.com:0", "port from 1 to 65535"},
           {"https://hr.example.com:x", "port from 1 to 65535"},
           {"https://127.1", "four numbers"},
           {"https://2130706433", "four numbers"},
           {"https://0.0.0.0:8443", "others can open"},
           {"http://[::]:8080", "others can open"},
           {"http://[::1", "such as"}})
    EXPECT_THAT(publicUrlResult(given), HasSubstr(says)) << given;
}

TEST(PublicUrl, RefusalHoldsNoPassword) {
  EXPECT_THAT(publicUrlResult("https://ann:secret-4711@hr.example.com"), testing::Not(HasSubstr("4711")));
}

TEST(PublicUrl, OfAListenerCanBeOpened) {
  EXPECT_EQ(urlOfListener({"0.0.0.0", 8080}).text(), "http://127.0.0.1:8080");
  EXPECT_EQ(urlOfListener({"::", 8080}).text(), "http://[::1]:8080");
  EXPECT_EQ(urlOfListener({"::1", 80}).text(), "http://[::1]");
  EXPECT_EQ(urlOfListener({"hr.internal", 8080}).text(), "http://hr.internal:8080");
}

}  // namespace
}  // namespace host_stub
