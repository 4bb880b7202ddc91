// Fuzzes the bytes of a connection: however they are cut, the same requests come out, within limits.
#include <fuzzer/FuzzedDataProvider.h>

#include <string>
#include <vector>

#include "fuzzer.hpp"
#include "net/server/request_reader.hpp"

using fuzzing::mustHold;
using host_stub::RequestReader;
using host_stub::WebRequest;
using State = RequestReader::State;

namespace {

constexpr std::size_t kBodyLimit = 200;

struct Read {
  std::vector<WebRequest> requests;
  int refusal = 0;
};

void checkLimits(const WebRequest& request) {
  mustHold(request.path.starts_with('/') || request.path == "*", "a path is one", request.path);
  mustHold(request.path.size() + request.query.size() <= RequestReader::kMaxTarget, "a target's length");
  mustHold(request.headers.size() <= RequestReader::kMaxHeaders, "so many headers");
  mustHold(request.body.size() <= kBodyLimit, "a body's length");
  mustHold(!request.method.empty(), "a method");
  for (const auto& header : request.headers)
    mustHold(header.value.find_first_of("\r\n") == header.value.npos, "a header is one line", header.value);
}

// Reads all requests that are complete so far.
void drain(RequestReader& reader, State state, Read& read) {
  while (true) {
    if (state == State::admission) state = reader.admit(kBodyLimit);
    if (state == State::refused) read.refusal = reader.refusal();
    if (state != State::complete) return;
    (void)reader.keepAlive();
    read.requests.push_back(reader.take());
    checkLimits(read.requests.back());
    state = reader.next();
  }
}

Read readIn(std::string_view bytes, const std::vector<std::size_t>& pieces) {
  RequestReader reader("peer");
  Read read;
  for (const std::size_t piece : pieces) {
    drain(reader, reader.feed(bytes.substr(0, piece)), read);
    bytes.remove_prefix(std::min(piece, bytes.size()));
    if (read.refusal != 0) return read;
  }
  drain(reader, reader.feed(bytes), read);
  return read;
}

bool same(const WebRequest& a, const WebRequest& b) {
  const auto sameHeader = [](const auto& one, const auto& other) {
    return one.name == other.name && one.value == other.value;
  };
  return a.method == b.method && a.path == b.path && a.query == b.query && a.body == b.body &&
         std::equal(a.headers.begin(), a.headers.end(), b.headers.begin(), b.headers.end(), sameHeader);
}

}  // namespace

void fuzz(std::string_view input) {
  FuzzedDataProvider cuts(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
  std::vector<std::size_t> pieces(cuts.ConsumeIntegralInRange<std::size_t>(0, 5));
  for (std::size_t& piece : pieces) piece = cuts.ConsumeIntegral<std::uint8_t>();
  // Adds an end that is longer than any body. Otherwise the cuts decide how early a request is refused.
  std::string bytes = cuts.ConsumeRemainingBytesAsString();
  while (bytes.size() < input.size() + 2 * kBodyLimit) bytes += "\r\n";
  const Read whole = readIn(bytes, {}), cut = readIn(bytes, pieces);
  mustHold(whole.refusal == cut.refusal, "bytes are refused however they are cut");
  mustHold(std::equal(whole.requests.begin(), whole.requests.end(), cut.requests.begin(), cut.requests.end(),
                      same),
           "requests are the same however they are cut");
  mustHold(whole.refusal == 0 || (whole.refusal >= 400 && whole.refusal < 500), "a refusal is the sender's");
}
