#include "intake/deliveries.hpp"

#include <openssl/hmac.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace bench {
namespace {

// The status and the id of the fixture's delivery.
constexpr std::string_view kAction = "fd43e913-ea23-5a08-8e44-9c5418231111";
constexpr std::string_view kStatus = R"("status":"Hired")";

std::string fixture() {
  std::ifstream file(ASHBY_FIXTURES "/webhook_applicationUpdate_hired.raw", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void replaceAll(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

std::string idOf(std::size_t number) {
  std::array<char, 40> id{};
  std::snprintf(id.data(), id.size(), "%08zx-5a5a-4b4b-8c8c-%012zx", number * 2654435761U % 4294967296U,
                number);
  return id.data();
}

std::string signatureOf(const std::string& secret, const std::string& body) {
  std::array<unsigned char, 32> mac{};
  HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
       reinterpret_cast<const unsigned char*>(body.data()), body.size(), mac.data(), nullptr);
  std::string text = "sha256=";
  for (const unsigned char byte : mac) {
    text += "0123456789abcdef"[byte >> 4];
    text += "0123456789abcdef"[byte & 15];
  }
  return text;
}

}  // namespace

Deliveries makeDeliveries(DeliveryKind kind, std::size_t count, std::size_t first, std::string_view path,
                          const std::string& secret) {
  std::string pattern = fixture();
  const std::size_t data = pattern.find(R"("application":{"id":")");
  if (data == std::string::npos) throw std::runtime_error("the fixture has another shape");
  const std::string id = pattern.substr(data + 21, 36);
  if (kind == DeliveryKind::notHired) replaceAll(pattern, kStatus, R"("status":"Active")");
  Deliveries deliveries;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string application = idOf(first + i);
    std::string body = pattern;
    replaceAll(body, id, application);
    replaceAll(body, kAction, application);
    std::string signature = signatureOf(secret, body);
    if (kind == DeliveryKind::wronglySigned) signature.back() = signature.back() == '0' ? '1' : '0';
    deliveries.requests.push_back("POST " + std::string(path) +
                                  " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                                  "Content-Type: application/json\r\nUser-Agent: Ashby\r\nAshby-Signature: " +
                                  signature + "\r\nContent-Length: " + std::to_string(body.size()) +
                                  "\r\n\r\n" + body);
    deliveries.applications.push_back(application);
  }
  return deliveries;
}

}  // namespace bench
