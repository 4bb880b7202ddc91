// A request on its way. The thread that asked hands it to an egress thread, and abandons it when it takes too
// long.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "integration/crypto/secret_text.hpp"
#include "integration/http.hpp"
#include "net/address/origin.hpp"

namespace host_stub {

using integration::SecretText;

// Ends whatever an egress thread waits for on a socket, from another thread.
class CancelToken {
 public:
  // The socket must stay open until detach. False when tripped already.
  bool attach(int fd);
  void detach();
  void trip();
  bool tripped() const;

 private:
  mutable std::mutex mutex_;
  int fd_ = -1;
  bool tripped_ = false;
};

// The requests of one send() and what became of them. The first outcome of a request stands.
class PendingRequests {
 public:
  explicit PendingRequests(std::size_t size) : outcomes_(size) {}

  bool finish(std::size_t index, integration::HttpOutcome outcome);
  bool finished(std::size_t index) const;
  bool waitAll(std::chrono::milliseconds atMost);
  std::vector<integration::HttpOutcome> take();

 private:
  mutable std::mutex mutex_;
  std::condition_variable done_;
  std::vector<std::optional<integration::HttpOutcome>> outcomes_;
  std::size_t finished_ = 0;
};

// The connection of a company that a request is sent for.
struct Asker {
  std::string company;
  std::string connection;

  bool operator==(const Asker&) const = default;
  bool operator<(const Asker& other) const {
    return std::tie(company, connection) < std::tie(other.company, other.connection);
  }
};

struct PendingRequest {
  Asker asker;
  Origin origin;  // what was asked for
  Origin target;  // where the connection leads
  SecretText head;
  std::string body;
  bool expectsBody = true;  // of the answer: HEAD has none
  std::chrono::steady_clock::time_point deadline;
  std::shared_ptr<PendingRequests> batch;
  std::size_t index = 0;
  CancelToken breaker;
};

inline integration::HttpOutcome failed(integration::Code code, std::string message) {
  return {code, 0, {}, {}, std::move(message)};
}

// The bytes before the body. Throws Failure: invalidArgument for what isn't a well-formed request,
// permissionDenied for a header that is the host's to set. `authorization` is the header's value, "" for
// none.
SecretText requestHead(const integration::HttpRequest& request, const Url& url,
                       std::string_view authorization);

// Throws Failure(failedPrecondition) for a value that can't stand in a header.
SecretText authorizationValue(integration::HttpRequest::Auth auth, std::string_view secret);

}  // namespace host_stub
