#include "server/webhook_sender.hpp"

#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/NullStream.h>
#include <Poco/StreamCopier.h>
#include <Poco/URI.h>

namespace ashby_simulator {

Outcome WebhookSender::send(const Outgoing& outgoing) {
  Poco::Net::HTTPClientSession session;
  {
    const std::lock_guard lock(mutex_);
    if (aborted_) return {0, "stopping"};
    sessions_.insert(&session);
  }
  Outcome outcome;
  try {
    const Poco::URI uri(outgoing.url);
    if (uri.getScheme() != "http") throw Poco::URISyntaxException("only http:// can be delivered to");
    session.setHost(uri.getHost());
    session.setPort(uri.getPort());
    session.setTimeout(Poco::Timespan(timeoutMs.load() / 1000, timeoutMs.load() % 1000 * 1000));
    Poco::Net::HTTPRequest request("POST", uri.getPathAndQuery().empty() ? "/" : uri.getPathAndQuery(),
                                   Poco::Net::HTTPMessage::HTTP_1_1);
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
  const std::lock_guard lock(mutex_);
  sessions_.erase(&session);
  return outcome;
}

void WebhookSender::abort() {
  const std::lock_guard lock(mutex_);
  aborted_ = true;
  for (auto* session : sessions_) session->abort();
}

}  // namespace ashby_simulator
