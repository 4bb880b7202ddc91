// Tests which certificates the egress trusts.
#include <Poco/Net/Context.h>

#include "egress_fixture.hpp"
#include "test_certificates.hpp"

namespace host_stub::test {
namespace {

using integration::Code;
using integration::HttpOutcome;
using integration::HttpRequest;

class EgressTls : public testing::Test {
 protected:
  void serve(const Poco::Net::Context::Ptr& context) {
    server_ = std::make_unique<ScriptedServer>(
        [](ScriptedServer::Visit& visit) {
          for (std::string text; !(text = visit.readRequest()).empty(); visit.send(okAnswer("over TLS")))
            ++requests();
        },
        context);
  }
  HttpOutcome ask(const std::string& host, const std::string& caFile,
                  std::vector<OriginOverride> routes = {}) {
    EgressOptions options;
    options.caFile = caFile;
    options.routes = std::move(routes);
    Egress egress(options);
    HttpRequest request;
    request.url = host + "/";
    EgressHttp http(
        egress, {.asker = {}, .allowed = {parseOrigin(host)}, .secret = {}, .deadline = 0, .cancelled = {}});
    HttpOutcome outcome;
    for (int i = 0; i < 2; ++i) outcome = http.send({&request, 1}).front();
    return outcome;
  }
  std::string here(const std::string& host) const {
    return "https://" + host + ":" + std::to_string(server_->port());
  }
  static std::atomic<int>& requests() {
    static std::atomic<int> count{0};
    return count;
  }
  void SetUp() override { requests() = 0; }

  TestAuthority authority_;
  ServerIdentity identity_;
  std::unique_ptr<ScriptedServer> server_;
};

TEST_F(EgressTls, TrustsACertificateOfATrustedAuthority) {
  authority_.issue(identity_, "DNS:localhost");
  serve(identity_.serverContext());
  const HttpOutcome outcome = ask(here("localhost"), authority_.caFile());
  EXPECT_EQ(outcome.code, Code::ok) << outcome.message;
  EXPECT_EQ(outcome.body, "over TLS");
  EXPECT_EQ(requests(), 2);
  EXPECT_EQ(server_->visits(), 1) << "TLS connections are kept too";
}

TEST_F(EgressTls, TrustsAnAddressThatTheCertificateNames) {
  authority_.issue(identity_, "IP:127.0.0.1");
  serve(identity_.serverContext());
  EXPECT_EQ(ask(here("127.0.0.1"), authority_.caFile()).code, Code::ok);
}

TEST_F(EgressTls, RefusesASelfSignedCertificate) {
  TestAuthority::selfSign(identity_, "DNS:localhost");
  serve(identity_.serverContext());
  const HttpOutcome outcome = ask(here("localhost"), authority_.caFile());
  EXPECT_EQ(outcome.code, Code::unavailable);
  EXPECT_NE(outcome.message.find("certificate verify failed"), std::string::npos) << outcome.message;
  EXPECT_EQ(requests(), 0);
}

TEST_F(EgressTls, RefusesAnAuthorityThatTheSystemDoesNotKnow) {
  authority_.issue(identity_, "DNS:localhost");
  serve(identity_.serverContext());
  EXPECT_EQ(ask(here("localhost"), "").code, Code::unavailable);
  EXPECT_EQ(requests(), 0);
}

TEST_F(EgressTls, RefusesACertificateForAnotherName) {
  authority_.issue(identity_, "DNS:api.ashbyhq.com,DNS:*.localhost,IP:127.0.0.2");
  serve(identity_.serverContext());
  EXPECT_EQ(ask(here("localhost"), authority_.caFile()).code, Code::unavailable);
  EXPECT_EQ(ask(here("127.0.0.1"), authority_.caFile()).code, Code::unavailable);
  EXPECT_EQ(requests(), 0);
}

TEST_F(EgressTls, RefusesAnExpiredCertificate) {
  authority_.issue(identity_, "DNS:localhost", true);
  serve(identity_.serverContext());
  EXPECT_EQ(ask(here("localhost"), authority_.caFile()).code, Code::unavailable);
  EXPECT_EQ(requests(), 0);
}

TEST_F(EgressTls, RefusesProtocolsBelowTls12) {
  authority_.issue(identity_, "DNS:localhost");
  const Poco::Net::Context::Ptr old = identity_.serverContext();
  SSL_CTX_set_security_level(Poco::Net::Context::Ptr(old)->sslContext(), 0);
  SSL_CTX_set_min_proto_version(Poco::Net::Context::Ptr(old)->sslContext(), TLS1_VERSION);
  SSL_CTX_set_max_proto_version(Poco::Net::Context::Ptr(old)->sslContext(), TLS1_1_VERSION);
  serve(old);
  EXPECT_EQ(ask(here("localhost"), authority_.caFile()).code, Code::unavailable);
  EXPECT_EQ(requests(), 0);
}

TEST_F(EgressTls, ServerThatNeverShakesHandsIsGivenUp) {
  ScriptedServer silent([](ScriptedServer::Visit& visit) { visit.waitForClose(); });
  Egress egress({});
  const std::string host = "https://localhost:" + std::to_string(silent.port());
  HttpRequest request;
  request.url = host;
  request.timeoutMs = 200;
  EgressHttp http(
      egress, {.asker = {}, .allowed = {parseOrigin(host)}, .secret = {}, .deadline = 0, .cancelled = {}});
  EXPECT_EQ(http.send({&request, 1}).front().code, Code::deadlineExceeded);
  EXPECT_TRUE(eventually([&] { return silent.open() == 0; }));
}

TEST_F(EgressTls, ServerOfPlainTextIsUnavailable) {
  ScriptedServer plain([](ScriptedServer::Visit& visit) { visit.send("HTTP/1.1 200 OK\r\n\r\n"); });
  EXPECT_EQ(ask("https://localhost:" + std::to_string(plain.port()), "").code, Code::unavailable);
}

}  // namespace
}  // namespace host_stub::test
