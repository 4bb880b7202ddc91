#include "net/address/public_url.hpp"

#include <Poco/Ascii.h>
#include <Poco/String.h>
#include <unicode/idna.h>

#include <algorithm>
#include <memory>

#include "integration/status.hpp"
#include "integration/text/trimmed.hpp"

namespace host_stub {
namespace {

[[noreturn]] void refuseUrl(const std::string& sentence) {
  throw integration::Failure(integration::Code::invalidArgument, sentence);
}

// Returns the name as DNS knows it (UTS 46), without the dot that may end it.
std::string asciiName(std::string_view name) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::IDNA> idna(icu::IDNA::createUTS46Instance(
      UIDNA_USE_STD3_RULES | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII,
      error));
  if (U_FAILURE(error) != 0) throw std::bad_alloc();
  std::string ascii;
  icu::StringByteSink<std::string> sink(&ascii);
  icu::IDNAInfo info;
  idna->nameToASCII_UTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())), sink, info,
                         error);
  if (U_FAILURE(error) != 0 || info.hasErrors())
    refuseUrl("must name a host of letters, digits, dots and hyphens, such as https://hr.example.com");
  if (ascii.ends_with('.')) ascii.pop_back();
  return ascii;
}

// Browsers take a name whose last part is a number for an IPv4 address, perhaps another than it looks like.
void checkNumbers(const std::string& name) {
  const std::string last = name.substr(name.rfind('.') + 1);
  const bool isNumeric = !last.empty() && std::all_of(last.begin(), last.end(), Poco::Ascii::isDigit);
  if (!isNumeric) return;
  try {
    (void)parseHostPort(name + ":0");
  } catch (const integration::Failure&) {
    refuseUrl("must name a host or the four numbers of an IPv4 address, such as https://hr.example.com");
  }
}

void checkReachable(const std::string& host) {
  if (HostPort{host, 0}.isUnspecified())
    refuseUrl("must be an address that others can open, which " + host +
              " is not: write the host's name, such as https://hr.example.com");
}

Origin originOf(const std::string& scheme, const std::string& authority) {
  try {
    return parseOrigin(scheme + "://" + authority);
  } catch (const integration::Failure&) {
    refuseUrl("must be a host and perhaps a port from 1 to 65535, such as https://hr.example.com:8443");
  }
}

}  // namespace

Origin parsePublicUrl(std::string_view given) {
  const std::string text(integration::text::trimmed(given));
  const std::size_t colon = text.find("://");
  const std::string scheme = colon == std::string::npos ? "" : Poco::toLower(text.substr(0, colon));
  if (scheme != "https" && scheme != "http")
    refuseUrl("must begin with https:// or http://, such as https://hr.example.com");
  const std::string rest = text.substr(colon + 3);
  const std::size_t end = std::min(rest.find_first_of("/?#\\"), rest.size());
  std::string authority = rest.substr(0, end);
  if (authority.empty()) refuseUrl("names no host: write one, such as https://hr.example.com");
  if (authority.find('@') != std::string::npos)
    refuseUrl("can't hold a user name or password: write the host alone, such as https://hr.example.com");
  if (authority.starts_with('[')) {
    checkReachable(authority.substr(1, authority.find(']') - 1));
  } else {
    const std::size_t port = std::min(authority.rfind(':'), authority.size());
    const std::string name = asciiName(authority.substr(0, port));
    checkNumbers(name);
    checkReachable(name);
    authority = name + authority.substr(port);
  }
  if (authority.ends_with(':')) authority.pop_back();
  Origin origin = originOf(scheme, authority);
  if (rest.find_first_not_of('/', end) != std::string::npos)
    refuseUrl(
        "can't hold a path or anything else behind the host, since pages and Request URLs stand at its root: "
        "write " +
        origin.text());
  return origin;
}

Origin urlOfListener(const HostPort& listener) {
  HostPort reached = listener;
  if (reached.isUnspecified())
    reached.host = reached.host.find(':') == std::string::npos ? "127.0.0.1" : "::1";
  return {"http", reached.host, reached.port};
}

}  // namespace host_stub
