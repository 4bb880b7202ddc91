#include "server/webhook_sender.hpp"

#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/NullStream.h>
#include <Poco/StreamCopier.h>
#include <Poco/URI.h>
#include <sys/socket.h>
#include <unistd.h>

namespace ashby_simulator {

/// One delivery's connection, which abort() may shut down by its own descriptor. The session may close its
/// socket at any time, and another file might get that number.
class WebhookSender::UnderWay {
 public:
  UnderWay(WebhookSender& sender, Poco::Net::StreamSocket& socket)
      : sender_(sender), descriptor_(::dup(socket.impl()->sockfd())) {
    const std::lock_guard lock(sender_.mutex_);
    sender_.sockets_.insert(descriptor_);
    if (sender_.aborted_) ::shutdown(descriptor_, SHUT_RDWR);
  }
  ~UnderWay() {
    const std::lock_guard lock(sender_.mutex_);
    sender_.sockets_.erase(descriptor_);
    ::close(descriptor_);
  }
  UnderWay(const UnderWay&) = delete;
  UnderWay& operator=(const UnderWay&) = delete;

 private:
  WebhookSender& sender_;
  const int descriptor_;
};

Outcome WebhookSender::send(const Outgoing& outgoing) {
  Outcome outcome;
  try {
    const Poco::URI uri(outgoing.url);
    if (uri.getScheme() != "http") throw Poco::URISyntaxException("only http:// can be delivered to");
    const Poco::Timespan timeout(timeoutMs.load() / 1000, timeoutMs.load() % 1000 * 1000);
    Poco::Net::StreamSocket socket;
    socket.connect(Poco::Net::SocketAddress(uri.getHost(), uri.getPort()), timeout);
    const UnderWay underWay(*this, socket);
    Poco::Net::HTTPClientSession session(socket);
    session.setTimeout(timeout);
    Poco::Net::HTTPRequest request("POST", uri.getPathAndQuery().empty() ? "/" : uri.getPathAndQuery(),
                                   Poco::Net::HTTPMessage::HTTP_1_1);
    request.setHost(uri.getHost(), uri.getPort());
    for (const auto& [name, value] : outgoing.headers) request.set(name, value);
    request.setContentLength64(static_cast<Poco::Int64>(outgoing.body.size()));
    session.sendRequest(request) << outgoing.body;
    Poco::Net::HTTPResponse response;
    Poco::NullOutputStream discarded;
    Poco::StreamCopier::copyStream(session.receiveResponse(response), discarded);
    outcome.status = response.getStatus();
  } catch (const Poco::Exception& error) {
    outcome.error = error.displayText();
  }
  return outcome;
}

void WebhookSender::abort() {
  const std::lock_guard lock(mutex_);
  aborted_ = true;
  for (const int socket : sockets_) ::shutdown(socket, SHUT_RDWR);
}

}  // namespace ashby_simulator
