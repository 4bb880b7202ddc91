// Fuzzes Ashby-Signature: only "sha256=" and the lower-case hex of an HMAC-SHA256 of the body by one of the
// secrets may pass.
#include <fuzzer/FuzzedDataProvider.h>

#include <algorithm>
#include <string>
#include <vector>

#include "ashby/webhook/signature.hpp"
#include "fuzzer.hpp"
#include "world/signature.hpp"

namespace {

// Returns variants of a right signature, because no input would find one by itself.
std::vector<std::string> headersLike(const std::string& right, char other) {
  std::vector<std::string> headers = {right, right + other, other + right, std::string(right.size(), other)};
  for (std::size_t at = 0; at < right.size(); ++at) {
    headers.push_back(right.substr(0, at));
    headers.push_back(right);
    headers.back()[at] = other;
  }
  headers.push_back(right);
  for (char& c : headers.back())
    if (c >= 'a' && c <= 'f') c = static_cast<char>(c - 'a' + 'A');
  return headers;
}

}  // namespace

void fuzz(std::string_view bytes) {
  FuzzedDataProvider input(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  std::vector<std::string> secrets(input.ConsumeIntegralInRange<std::size_t>(0, 3));
  for (std::string& secret : secrets) secret = input.ConsumeRandomLengthString(80);
  const std::string stranger = input.ConsumeRandomLengthString(80);
  const std::string body = input.ConsumeRandomLengthString();
  const char other = static_cast<char>(input.ConsumeIntegral<std::uint8_t>());

  std::vector<std::string> right;
  for (const std::string& secret : secrets) right.push_back(ashby_simulator::signatureOf(secret, body));
  std::vector<std::string> headers = headersLike(ashby_simulator::signatureOf(stranger, body), other);
  if (!right.empty())
    for (std::string& header : headersLike(right.back(), other)) headers.push_back(std::move(header));
  headers.push_back(input.ConsumeRandomLengthString());
  for (const std::string& header : headers)
    fuzzing::mustHold(ashby::signatureHolds(header, body, secrets) ==
                          (std::find(right.begin(), right.end(), header) != right.end()),
                      "a signature holds if one of the secrets made it", header);
}
