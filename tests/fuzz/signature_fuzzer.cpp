// Ashby-Signature against a reading of its own: the header is "sha256=" and the lower-case hex of an
// HMAC-SHA256 of the body, by one of the secrets, and nothing else.
#include <fuzzer/FuzzedDataProvider.h>

#include <algorithm>
#include <string>
#include <vector>

#include "fuzzer.hpp"
#include "webhook/signature.hpp"
#include "world/signature.hpp"

namespace {

// Mostly a right signature with something done to it: no input would come upon one by itself.
std::string headerFor(FuzzedDataProvider& input, const std::string& right) {
  std::string header = right;
  switch (input.ConsumeIntegralInRange(0, 5)) {
    case 0:
      return input.ConsumeRandomLengthString();
    case 1:
      header[input.ConsumeIntegralInRange<std::size_t>(0, header.size() - 1)] =
          static_cast<char>(input.ConsumeIntegral<std::uint8_t>());
      return header;
    case 2:
      return header.substr(0, input.ConsumeIntegralInRange<std::size_t>(0, header.size()));
    case 3:
      return header + input.ConsumeRandomLengthString(3);
    case 4:
      std::transform(header.begin(), header.end(), header.begin(),
                     [](char c) { return c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c; });
      return header;
    default:
      return header;
  }
}

}  // namespace

void fuzz(std::string_view bytes) {
  FuzzedDataProvider input(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  std::vector<std::string> secrets(input.ConsumeIntegralInRange<std::size_t>(0, 3));
  for (std::string& secret : secrets) secret = input.ConsumeRandomLengthString(80);
  const std::string signer =
      secrets.empty() || input.ConsumeBool() ? input.ConsumeRandomLengthString(80) : secrets.back();
  const std::string body = input.ConsumeRandomLengthString();
  const std::string header = headerFor(input, ashby_simulator::signatureOf(signer, body));

  const bool expected = std::any_of(secrets.begin(), secrets.end(), [&](const std::string& secret) {
    return header == ashby_simulator::signatureOf(secret, body);
  });
  fuzzing::mustHold(ashby::signatureHolds(header, body, secrets) == expected,
                    "a signature holds if one of the secrets made it", header);
}
