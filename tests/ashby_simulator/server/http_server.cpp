#include "server/http_server.hpp"

#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerRequestImpl.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/SocketAddress.h>

#include <chrono>

#include "server/simulator.hpp"

namespace ashby_simulator {
namespace {

constexpr std::size_t kMaxBody = 1 << 20;

Request readRequest(Poco::Net::HTTPServerRequest& from) {
  Request request{from.getMethod(), from.getURI(), {}, {}};
  for (const auto& [name, value] : from) request.headers.emplace_back(name, value);
  // Without a length, Poco would wait for the end of the connection.
  if (!from.hasContentLength() && !from.getChunkedTransferEncoding()) return request;
  std::string body(kMaxBody, '\0');
  from.stream().read(body.data(), static_cast<std::streamsize>(body.size()));
  body.resize(static_cast<std::size_t>(from.stream().gcount()));
  request.body = std::move(body);
  return request;
}

/// Returns an answer that announces the whole body and contains half of it.
std::string halfOf(const Response& response) {
  std::string text = "HTTP/1.1 " + std::to_string(response.status) + " OK\r\n";
  for (const auto& [name, value] : response.headers) text += name + ": " + value + "\r\n";
  text += "Content-Length: " + std::to_string(response.body.size()) + "\r\n\r\n";
  return text + response.body.substr(0, response.body.size() / 2);
}

class Handler : public Poco::Net::HTTPRequestHandler {
 public:
  explicit Handler(Simulator& simulator) : simulator_(simulator) {}

  void handleRequest(Poco::Net::HTTPServerRequest& from, Poco::Net::HTTPServerResponse& to) override {
    const Response response = simulator_.answer(readRequest(from));
    if (response.transport != Response::Transport::whole) {
      spoil(response, from);
      return;
    }
    to.setStatus(std::to_string(response.status));
    to.setReason(to.getReasonForStatus(to.getStatus()));
    for (const auto& [name, value] : response.headers) to.add(name, value);
    to.sendBuffer(response.body.data(), response.body.size());
  }

 private:
  void spoil(const Response& response, Poco::Net::HTTPServerRequest& from) {
    auto socket = dynamic_cast<Poco::Net::HTTPServerRequestImpl&>(from).detachSocket();
    if (response.transport == Response::Transport::hang) {
      simulator_.waitForStop(std::chrono::milliseconds(simulator_.hangMs.load()));
    }
    if (response.transport == Response::Transport::halfBody) {
      const std::string half = halfOf(response);
      socket.sendBytes(half.data(), static_cast<int>(half.size()));
    }
    socket.shutdown();
    socket.close();
  }

  Simulator& simulator_;
};

class HandlerFactory : public Poco::Net::HTTPRequestHandlerFactory {
 public:
  explicit HandlerFactory(Simulator& simulator) : simulator_(simulator) {}

  Poco::Net::HTTPRequestHandler* createRequestHandler(const Poco::Net::HTTPServerRequest&) override {
    return new Handler(simulator_);
  }

 private:
  Simulator& simulator_;
};

}  // namespace

HttpServer::HttpServer(Simulator& simulator, const std::string& host, std::uint16_t port) : threads_(4, 128) {
  // A thread serves one connection, so there are as many threads as open connections.
  Poco::Net::HTTPServerParams::Ptr parameters(new Poco::Net::HTTPServerParams);
  parameters->setMaxThreads(128);
  parameters->setMaxQueued(256);
  parameters->setKeepAliveTimeout(Poco::Timespan(15, 0));
  // Poco's short form also sets SO_REUSEPORT, so that two processes could share the port unnoticed.
  Poco::Net::ServerSocket socket;
  socket.bind(Poco::Net::SocketAddress(host, port), true, false);
  socket.listen(256);
  server_ =
      std::make_unique<Poco::Net::HTTPServer>(new HandlerFactory(simulator), threads_, socket, parameters);
  server_->start();
}

HttpServer::~HttpServer() {
  server_->stopAll(true);
  threads_.joinAll();
}

std::uint16_t HttpServer::port() const {
  return server_->port();
}

}  // namespace ashby_simulator
