// Everything that the host serves over HTTP: the API, its pages, where integrations deliver webhooks, and how
// the host itself is.
#pragma once

#include <atomic>
#include <string>

#include "api/api.hpp"
#include "net/web.hpp"
#include "pages/pages.hpp"
#include "site/lane.hpp"

namespace host_stub {

// Thread-safe.
class Site : public WebHandler {
 public:
  // threads: for deliveries; as many again for what people ask.
  Site(Platform& platform, ConnectionHub& hub, Removals& removals, std::size_t threads = 64);

  // Once the address is known, before the server is told to everybody.
  void serveAs(const std::string& publicUrl);
  // From now on nothing is taken: 503.
  void stopServing() { serving_ = false; }

  void admit(const RequestHead& head, Decide decide) override;
  void handle(WebRequest request, Respond respond) override;

 private:
  WebResponse probe(const RequestHead& head);
  WebResponse answer(const WebRequest& request);
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
  // Ended first: they use the rest. Each kind of request has threads of its own, so that none waits for
  // another.
  Lane probes_;
  Lane people_;
  Lane deliveries_;
};

}  // namespace host_stub
