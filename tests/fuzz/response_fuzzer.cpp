// Fuzzes the bytes of a source's answer, cut and ended anywhere: the same answer comes out as in one piece,
// within limits.
#include <fuzzer/FuzzedDataProvider.h>

#include <string>
#include <vector>

#include "fuzzer.hpp"
#include "net/client/response_reader.hpp"

using fuzzing::mustHold;
using host_stub::ResponseReader;
using integration::HttpOutcome;
using State = ResponseReader::State;

namespace {

struct Read {
  State state;
  HttpOutcome outcome;
};

Read readIn(std::string_view bytes, const std::vector<std::size_t>& pieces, bool expectsBody) {
  ResponseReader reader(expectsBody);
  for (const std::size_t piece : pieces) {
    reader.feed(bytes.substr(0, piece));
    bytes.remove_prefix(std::min(piece, bytes.size()));
  }
  reader.feed(bytes);
  const State state = reader.finish();
  mustHold(state != State::reading, "the end of a connection decides");
  if (state == State::complete) return {state, reader.take()};
  mustHold(!reader.problem().empty(), "what is no answer is told in words");
  return {state, {}};
}

bool sameHeader(const integration::Header& a, const integration::Header& b) {
  return a.name == b.name && a.value == b.value;
}

}  // namespace

void fuzz(std::string_view input) {
  FuzzedDataProvider cuts(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
  const bool expectsBody = cuts.ConsumeBool();
  std::vector<std::size_t> pieces(cuts.ConsumeIntegralInRange<std::size_t>(0, 5));
  for (std::size_t& piece : pieces) piece = cuts.ConsumeIntegral<std::uint8_t>();
  const std::string bytes = cuts.ConsumeRemainingBytesAsString();
  const Read whole = readIn(bytes, {}, expectsBody), cut = readIn(bytes, pieces, expectsBody);
  const HttpOutcome &one = whole.outcome, &other = cut.outcome;
  mustHold(whole.state == cut.state, "bytes are an answer however they are cut");
  mustHold(one.httpStatus == other.httpStatus && one.body == other.body, "an answer is the same");
  mustHold(std::equal(one.headers.begin(), one.headers.end(), other.headers.begin(), other.headers.end(),
                      sameHeader),
           "headers are the same");
  if (whole.state != State::complete) return;
  mustHold(one.httpStatus >= 200 && one.httpStatus <= 999, "an answer's status");
  mustHold(expectsBody || one.body.empty(), "HEAD has no body");
}
