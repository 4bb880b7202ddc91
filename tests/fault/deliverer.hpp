// A sender of webhooks, which keeps its connection as Ashby's do. [one thread]
#pragma once

#include <Poco/Net/HTTPClientSession.h>

#include <string>

#include "acme/host_process.hpp"

namespace fault {

class Deliverer {
 public:
  explicit Deliverer(const host_stub_test::Connected& connected);

  // The status; 0 if no whole answer came.
  int deliver(const std::string& body);

 private:
  Poco::Net::HTTPClientSession session_;
  std::string path_, secret_;
};

// The body of a webhook of this application.
std::string hiredBody(const std::string& application);

// A hire in the simulated Ashby that no webhook tells of; the application's id. [thread-safe]
std::string hireSilently(host_stub_test::Connected& connected, std::uint64_t number);

}  // namespace fault
