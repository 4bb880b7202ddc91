// A sender of webhooks that keeps its connection open, as Ashby's senders do. [one thread]
#pragma once

#include <Poco/Net/HTTPClientSession.h>

#include <string>

#include "acme/host_process.hpp"

namespace fault {

class Deliverer {
 public:
  explicit Deliverer(const host_stub_test::Connected& connected);

  // Delivers a body; returns the status, or 0 without a whole answer.
  int deliver(const std::string& body);

 private:
  Poco::Net::HTTPClientSession session_;
  std::string path_, secret_;
};

// Returns the body of a webhook for this application.
std::string hiredBody(const std::string& application);

// Hires somebody in the simulated Ashby without a webhook; returns the application's id. [thread-safe]
std::string hireSilently(host_stub_test::Connected& connected, std::uint64_t number);

}  // namespace fault
