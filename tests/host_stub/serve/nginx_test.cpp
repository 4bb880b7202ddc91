// Tests the host behind Debian's nginx, set up as SECURITY.md prescribes. nginx speaks TLS to clients with
// several addresses.
#include <Poco/Net/ServerSocket.h>
#include <Poco/Process.h>
#include <Poco/TemporaryFile.h>
#include <gmock/gmock.h>
#include <sys/wait.h>

#include <csignal>
#include <fstream>

#include "acme/host_process.hpp"
#include "host_net/test_certificates.hpp"

namespace host_stub_test {
namespace {

using testing::HasSubstr;
using testing::StartsWith;
using Words = std::vector<std::string>;

constexpr const char* kName = "hr.example.test";

std::uint16_t freePort() {
  return Poco::Net::ServerSocket(Poco::Net::SocketAddress("127.0.0.1", 0)).address().port();
}

// nginx in the foreground, in its own folder. It calls the host with nginx's default Host header,
// 127.0.0.1:PORT.
class Nginx {
 public:
  Nginx(std::uint16_t port, const std::string& host) : port_(port) {
    host_stub::test::TestAuthority::selfSign(identity_, std::string("DNS:") + kName);
    std::filesystem::create_directories(folder());
    std::ofstream(folder() / "nginx.conf")
        << "daemon off;\npid nginx.pid;\nerror_log error.log;\nevents {}\nhttp {\naccess_log off;\n"
           "client_body_temp_path body;\nproxy_temp_path proxy;\nfastcgi_temp_path fastcgi;\n"
           "uwsgi_temp_path uwsgi;\nscgi_temp_path scgi;\nclient_max_body_size 4m;\nserver {\nlisten "
           "127.0.0.1:"
        << port << " ssl;\nserver_name " << kName << ";\nssl_certificate " << identity_.certificate.path()
        << ";\nssl_certificate_key " << identity_.key.path() << ";\nlocation / {\nproxy_pass " << host
        << ";\nproxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;\n}\n}\n}\n";
    process_ =
        Poco::Process::launch(NGINX, {"-p", folder().string(), "-c", (folder() / "nginx.conf").string(), "-e",
                                      (folder() / "error.log").string()})
            .id();
  }
  ~Nginx() {
    ::kill(process_, SIGTERM);
    waitpid(process_, nullptr, 0);
    std::filesystem::remove_all(folder());
  }
  Nginx(const Nginx&) = delete;
  Nginx& operator=(const Nginx&) = delete;

  // Sends a request with curl from this address of the machine. Returns the answer with its head.
  std::string ask(const std::string& from, const std::string& path, const Words& more = {}) const {
    const std::string authority = std::string(kName) + ":" + std::to_string(port_);
    Words words = {"/usr/bin/curl",
                   "-s",
                   "-i",
                   "--cacert",
                   identity_.certificate.path(),
                   "--interface",
                   from,
                   "--resolve",
                   authority + ":127.0.0.1",
                   "https://" + authority + path};
    words.insert(words.end(), more.begin(), more.end());
    return runProgram(words).out;
  }

 private:
  std::filesystem::path folder() const { return folder_.path(); }

  const std::uint16_t port_;
  host_stub::test::ServerIdentity identity_;
  Poco::TemporaryFile folder_;
  int process_ = 0;
};

class BehindNginx : public testing::Test {
 protected:
  BehindNginx() {
    EXPECT_TRUE(eventually([this] { return isStatus(nginx_.ask(kFirst, "/readyz"), 200); }));
  }

  static bool isStatus(const std::string& answer, int status) {
    return answer.starts_with("HTTP/1.1 " + std::to_string(status) + " ");
  }
  std::string form(const std::string& from, const std::string& path, const std::string& text,
                   const std::string& cookie = "") const {
    return nginx_.ask(from, path, {"-d", text, "-H", "Origin: " + origin_, "-H", "Cookie: " + cookie});
  }
  static std::string cookieOf(const std::string& answer) {
    const std::string before = "Set-Cookie: ";
    const std::size_t at = answer.find(before);
    return at == std::string::npos
               ? ""
               : answer.substr(at + before.size(), answer.find(';', at) - at - before.size());
  }

  static constexpr const char* kFirst = "127.0.0.2";
  static constexpr const char* kSecond = "127.0.0.3";
  const std::uint16_t port_ = freePort();
  const std::string origin_ = "https://" + std::string(kName) + ":" + std::to_string(port_);
  Host host_{HostOptions{ACME, {"--public-url", origin_, "--trusted-proxy", "127.0.0.1"}}};
  const std::string hal_ = host_.newUser("Hal", "hr");
  Nginx nginx_{port_, host_.url()};
};

TEST_F(BehindNginx, WrongTokensSlowDownTheirSenderAlone) {
  for (int i = 0; i < 10; ++i) EXPECT_TRUE(isStatus(form(kFirst, "/sign-in", "token=wrong"), 401));
  EXPECT_TRUE(isStatus(form(kFirst, "/sign-in", "token=wrong"), 429));
  EXPECT_TRUE(isStatus(form(kSecond, "/sign-in", "token=wrong"), 401));
  for (const char* from : {kFirst, kSecond})
    EXPECT_TRUE(isStatus(form(from, "/sign-in", "token=" + hal_), 303));
  std::string link =
      runProgram({HOST_STUB, "user", "link", "--data", host_.data().string(), "--name", "Hal"}).out;
  link.pop_back();
  EXPECT_TRUE(isStatus(form(kFirst, link, ""), 303));
}

TEST_F(BehindNginx, FormOfAPageIsTaken) {
  const std::string cookie = cookieOf(form(kFirst, "/sign-in", "token=" + hal_));
  EXPECT_THAT(cookie, StartsWith("__Host-"));
  const std::string page =
      nginx_.ask(kFirst, "/people", {"-H", "Cookie: " + cookie, "-H", "Accept: text/html"});
  const std::string before = "name=\"formToken\" value=\"";
  const std::size_t at = page.find(before);
  ASSERT_NE(at, std::string::npos) << page;
  const std::string token = "formToken=" + page.substr(at + before.size(), 64);
  EXPECT_TRUE(isStatus(form(kFirst, "/sign-out", token, cookie), 303));
}

TEST_F(BehindNginx, DeliveryIsTaken) {
  const Json made = host_.call("POST", "/api/connections", R"({"integration":"acme","name":"Acme"})").json();
  const std::string path = "/api/connections/" + made["id"].get<std::string>();
  const Json enabled = host_.call("POST", path + "/enable").json();
  const std::string url = enabled["requestUrl"].get<std::string>();
  ASSERT_THAT(url, StartsWith(origin_ + "/hooks/"));
  EXPECT_TRUE(isStatus(nginx_.ask(kFirst, url.substr(origin_.size()), {"-d", "{}"}), 200));
}

TEST_F(BehindNginx, MetricsAreForAnOwner) {
  const std::string owner = host_.newUser("Olga", "owner");
  EXPECT_TRUE(isStatus(nginx_.ask(kFirst, "/metrics"), 401));
  EXPECT_TRUE(isStatus(nginx_.ask(kFirst, "/metrics", {"-H", "Authorization: Bearer " + owner}), 200));
  EXPECT_EQ(host_.send("GET", host_.url() + "/metrics", "", {}).status, 401);
}

}  // namespace
}  // namespace host_stub_test
