#pragma once

#include <Poco/Net/HTTPServer.h>
#include <Poco/ThreadPool.h>

#include <cstdint>
#include <memory>
#include <string>

namespace ashby_simulator {

class Simulator;

/// The HTTP server: passes requests to the simulator and writes its answers. Spoils an answer as its
/// transport says.
class HttpServer {
 public:
  /// Listens at once. Throws Poco::Exception if it can't.
  HttpServer(Simulator& simulator, const std::string& host, std::uint16_t port);

  /// Closes all connections.
  ~HttpServer();

  std::uint16_t port() const;

 private:
  Poco::ThreadPool threads_;
  std::unique_ptr<Poco::Net::HTTPServer> server_;
};

}  // namespace ashby_simulator
