// A host with the test's own plugin, Acme: what it brings is delivered to it as JSON.
#pragma once

#include "host_process.hpp"

namespace host_stub_test {

class AcmeHost {
 public:
  explicit AcmeHost(std::vector<std::string> more = {});

  // Makes a connection and enables it; returns its id.
  std::string connect(const std::string& name = "Acme");
  std::string connectDisabled(const std::string& name = "Acme");
  void setMode(const std::string& connection, const std::string& mode);
  HttpAnswer deliver(const std::string& connection, const Json& delivery);
  // Stages a hire of this application; its id in the company's list.
  std::string stage(const std::string& connection, const std::string& application, const Json& fields = {});
  void tell(const std::string& connection, const std::string& key, const std::string& kind = "new_hire");

  HttpAnswer call(const std::string& method, const std::string& path, const Json& body = {}) {
    return host.call(method, path, body.is_null() ? "" : integration::dumpJson(body));
  }
  Json get(const std::string& path) { return call("GET", path).json(); }
  // Every byte of every file in the data folder.
  std::string everything() const;

  Host host;

 private:
  std::map<std::string, std::string> urls_;  // where each connection is delivered to
};

// The paths of the answer's issues.
std::vector<std::string> issuePaths(const HttpAnswer& answer);

}  // namespace host_stub_test
