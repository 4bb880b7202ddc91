// A host with Acme, the tests' own plugin. Tests deliver hires and notices to Acme as JSON.
#pragma once

#include "host_process.hpp"

namespace host_stub_test {

class AcmeHost {
 public:
  explicit AcmeHost(std::vector<std::string> more = {});

  // Creates and enables a connection; returns its id.
  std::string connect(const std::string& name = "Acme");
  std::string connectDisabled(const std::string& name = "Acme");
  void setMode(const std::string& connection, const std::string& mode);
  HttpAnswer deliver(const std::string& connection, const Json& delivery);
  // Delivers a hire of this application; returns the hire's id in the company's list.
  std::string stage(const std::string& connection, const std::string& application, const Json& fields = {});
  void tell(const std::string& connection, const std::string& key, const std::string& kind = "new_hire");

  HttpAnswer call(const std::string& method, const std::string& path, const Json& body = {}) {
    return host.call(method, path, body.is_null() ? "" : integration::dumpJson(body));
  }
  Json get(const std::string& path) { return call("GET", path).json(); }
  // Returns the bytes of all files in the data folder.
  std::string everything() const;

  Host host;

 private:
  std::map<std::string, std::string> urls_;  // path of the webhook, by connection
};

// Returns the paths of the issues in an answer.
std::vector<std::string> issuePaths(const HttpAnswer& answer);

}  // namespace host_stub_test
