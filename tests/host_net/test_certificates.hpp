// Certificates for one test run, in files that are removed with these objects.
#pragma once

#include <Poco/Net/Context.h>
#include <Poco/TemporaryFile.h>

#include <string>

namespace host_stub::test {

struct ServerIdentity {
  Poco::TemporaryFile certificate;
  Poco::TemporaryFile key;
  // Returns the context of a TLS server that shows this certificate.
  Poco::Net::Context::Ptr serverContext() const;
};

class TestAuthority {
 public:
  TestAuthority();
  ~TestAuthority();
  TestAuthority(const TestAuthority&) = delete;
  TestAuthority& operator=(const TestAuthority&) = delete;

  std::string caFile() const { return certificate_.path(); }
  // Writes a certificate and its key into `identity`. subjectAltName: such as "DNS:localhost" or
  // "IP:127.0.0.1".
  void issue(ServerIdentity& identity, const std::string& subjectAltName, bool expired = false) const;
  static void selfSign(ServerIdentity& identity, const std::string& subjectAltName);

 private:
  struct Keys;
  Poco::TemporaryFile certificate_;
  Keys* keys_;
};

}  // namespace host_stub::test
