#pragma once

#include <Poco/Net/HTTPServer.h>
#include <Poco/ThreadPool.h>

#include <cstdint>
#include <memory>
#include <string>

namespace ashby_simulator {

class Simulator;

/// The sockets: reads a request, asks the simulator, writes the answer, or spoils it as the answer's
/// transport says.
class HttpServer {
 public:
  /// Listens at once. Throws Poco::Exception if it can't.
  HttpServer(Simulator& simulator, const std::string& host, std::uint16_t port);

  /// Ends every connection.
  ~HttpServer();

  std::uint16_t port() const;

 private:
  Poco::ThreadPool threads_;
  std::unique_ptr<Poco::Net::HTTPServer> server_;
};

}  // namespace ashby_simulator
