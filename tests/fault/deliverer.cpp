#include "deliverer.hpp"

#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/NullStream.h>
#include <Poco/StreamCopier.h>
#include <Poco/URI.h>

namespace fault {

using host_stub_test::Connected;

Deliverer::Deliverer(const Connected& connected)
    : path_(connected.requestUrl.substr(connected.requestUrl.find("/hooks/"))),
      secret_(connected.secretToken) {
  const Poco::URI uri(connected.host.url());
  session_.setHost(uri.getHost());
  session_.setPort(uri.getPort());
  session_.setKeepAlive(true);
}

int Deliverer::deliver(const std::string& body) {
  try {
    Poco::Net::HTTPRequest request("POST", path_, Poco::Net::HTTPMessage::HTTP_1_1);
    request.setContentType("application/json");
    request.set("Ashby-Signature", host_stub_test::sign(secret_, body));
    request.setContentLength64(static_cast<Poco::Int64>(body.size()));
    session_.sendRequest(request).write(body.data(), static_cast<std::streamsize>(body.size()));
    Poco::Net::HTTPResponse response;
    Poco::NullOutputStream nowhere;
    Poco::StreamCopier::copyStream(session_.receiveResponse(response), nowhere);
    return response.getStatus();
  } catch (const Poco::Exception&) {
    session_.reset();
    return 0;
  }
}

std::string hiredBody(const std::string& application) {
  return integration::dumpJson({{"action", "applicationUpdate"},
                                {"data", {{"application", {{"id", application}, {"status", "Hired"}}}}}});
}

// Returns a number in letters, because names hold no digits.
std::string inLetters(std::uint64_t number) {
  std::string letters;
  for (; number > 0; number /= 26) letters += static_cast<char>('a' + number % 26);
  return letters;
}

std::string hireSilently(Connected& connected, std::uint64_t number) {
  const std::string n = inLetters(number);
  return connected.simulator.withWorld([&](auto& world, std::int64_t now) {
    world.outbox.muted = true;
    const auto made = world.newHires.add({{"name", "Amara" + n + " Okafor" + n},
                                          {"email", "amara" + n + "@home.example"},
                                          {"jobTitle", "Engineer"}},
                                         now);
    world.outbox.muted = false;
    return made["applicationId"].template get<std::string>();
  });
}

}  // namespace fault
