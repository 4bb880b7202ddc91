// A connection out, plain or TLS, with one request and answer on it at a time.
#pragma once

#include <Poco/Net/Context.h>
#include <Poco/Net/StreamSocket.h>

#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>

#include "integration/http.hpp"
#include "net/client/pending_request.hpp"
#include "net/client/resolver.hpp"

namespace host_stub {

// Certificates are checked against the system's store and caFile, and must be for the host. Thread-safe.
class TlsTrust {
 public:
  explicit TlsTrust(std::string caFile);
  ~TlsTrust();
  TlsTrust(const TlsTrust&) = delete;
  TlsTrust& operator=(const TlsTrust&) = delete;

  // Made once per host, as loading the system's store takes milliseconds. Throws Poco::Exception.
  Poco::Net::Context::Ptr contextFor(const std::string& host);

 private:
  const std::string caFile_;
  std::mutex mutex_;
  std::map<std::string, Poco::Net::Context::Ptr> contexts_;
};

// The other side, or the breaker, ended the connection before a whole answer.
class ConnectionLost : public std::runtime_error {
 public:
  ConnectionLost(const std::string& what, bool nothingReceived)
      : std::runtime_error(what), nothingReceived_(nothingReceived) {}
  bool nothingReceived() const { return nothingReceived_; }

 private:
  bool nothingReceived_;
};

class EgressConnection {
 public:
  // Resolves, connects and shakes hands, until the exchange's deadline or its breaker. Throws Poco::Exception
  // or ConnectionLost.
  static std::unique_ptr<EgressConnection> open(PendingRequest& exchange, Resolver& resolver,
                                                TlsTrust& trust);

  // Sends and waits for the whole answer. Throws ConnectionLost.
  integration::HttpOutcome perform(PendingRequest& exchange);

  bool reusable() const { return reusable_; }
  // Readable while nothing was asked: closed by the other side, or out of step.
  bool stale();

 private:
  explicit EgressConnection(const Poco::Net::StreamSocket& socket) : socket_(socket) {}
  void sendAll(std::string_view bytes);
  integration::HttpOutcome receive(const PendingRequest& exchange);

  Poco::Net::StreamSocket socket_;
  bool reusable_ = false;
};

}  // namespace host_stub
