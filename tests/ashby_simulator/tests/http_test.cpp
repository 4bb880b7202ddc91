#include <Poco/Net/StreamSocket.h>
#include <gmock/gmock.h>

#include "server/simulator.hpp"

namespace ashby_simulator::test {
namespace {

TEST(Http, OfAPostWithoutABodyIsAnsweredAtOnce) {
  Simulator simulator;
  simulator.start();
  Poco::Net::StreamSocket socket(Poco::Net::SocketAddress(simulator.url().substr(7)));
  socket.setReceiveTimeout(Poco::Timespan(10, 0));
  const std::string request = "POST /_control/reset HTTP/1.1\r\nHost: t\r\n\r\n";
  socket.sendBytes(request.data(), static_cast<int>(request.size()));
  std::string answer(4096, '\0');
  answer.resize(
      static_cast<std::size_t>(socket.receiveBytes(answer.data(), static_cast<int>(answer.size()))));
  EXPECT_THAT(answer, testing::StartsWith("HTTP/1.1 200"));
}

}  // namespace
}  // namespace ashby_simulator::test
