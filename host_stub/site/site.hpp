// Everything that the host serves over HTTP: the API, its pages, where integrations deliver webhooks, and how
// the host itself is.
#pragma once

#include <atomic>
#include <string>

#include "api/api.hpp"
#include "net/web.hpp"
#include "pages/pages.hpp"

namespace host_stub {

// Thread-safe.
class Site : public WebHandler {
 public:
  Site(Platform& platform, ConnectionHub& hub, Removals& removals);

  // Once the address is known, before the server is told to everybody.
  void serveAs(const std::string& publicUrl);
  // From now on nothing is taken: 503.
  void stopServing() { serving_ = false; }

  Admission admit(const RequestHead& head) override;
  WebResponse handle(const WebRequest& request) override;

 private:
  WebResponse health() const;
  WebResponse metrics(const WebRequest& request);
  WebResponse deliver(const WebRequest& request);
  WebResponse callApi(const WebRequest& request);
  std::optional<User> authenticate(const RequestHead& head);

  Platform& platform_;
  ConnectionHub& hub_;
  std::string publicUrl_;
  std::atomic<bool> serving_{false};
  Api api_;
  Pages pages_;
};

}  // namespace host_stub
