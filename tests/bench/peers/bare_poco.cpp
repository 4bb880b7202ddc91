// The floor: a server of Poco's that reads a delivery and answers 200, without looking at it.
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <unistd.h>

#include <iostream>
#include <string>

namespace {

class Answer : public Poco::Net::HTTPRequestHandler {
  void handleRequest(Poco::Net::HTTPServerRequest& request,
                     Poco::Net::HTTPServerResponse& response) override {
    std::string body(static_cast<std::size_t>(request.getContentLength64()), '\0');
    request.stream().read(body.data(), static_cast<std::streamsize>(body.size()));
    response.sendBuffer("{}", 2);
  }
};

class Answers : public Poco::Net::HTTPRequestHandlerFactory {
  Poco::Net::HTTPRequestHandler* createRequestHandler(const Poco::Net::HTTPServerRequest&) override {
    return new Answer;
  }
};

}  // namespace

int main() {
  auto* parameters = new Poco::Net::HTTPServerParams;
  parameters->setMaxThreads(128);
  parameters->setMaxQueued(256);
  parameters->setKeepAlive(true);
  parameters->setMaxKeepAliveRequests(0);
  Poco::ThreadPool threads(2, 128);
  const Poco::Net::ServerSocket socket(Poco::Net::SocketAddress("127.0.0.1", 0), 256);
  Poco::Net::HTTPServer server(new Answers, threads, socket, parameters);
  server.start();
  std::cout << socket.address().port() << std::endl;
  ::pause();
}
