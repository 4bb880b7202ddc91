#include "net/server/request_reader.hpp"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/parser.hpp>
#include <limits>
#include <utility>

#include "net/server/growing_body.hpp"
#include "net/server/heap_bytes.hpp"

namespace host_stub {

namespace http = boost::beast::http;

struct RequestReader::Parser : http::request_parser<GrowingBody> {};

namespace {

// Exactly one field, so that no proxy in front can read another end of the message than this server.
bool hasPlainFraming(const http::fields& fields, unsigned version) {
  const auto lengths = fields.count(http::field::content_length);
  const auto codings = fields.count(http::field::transfer_encoding);
  if (lengths + codings > 1) return false;
  if (codings == 1)
    return version == 11 && boost::beast::iequals(fields[http::field::transfer_encoding], "chunked");
  const auto length = fields[http::field::content_length];
  return lengths == 0 ||
         std::all_of(length.begin(), length.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A header's value that goes on in a further line, which RFC 9112 5.2 lets a server refuse: a proxy in front
// may read it otherwise.
bool hasFoldedLine(std::string_view head) {
  return head.find("\r\n ") != std::string_view::npos || head.find("\r\n\t") != std::string_view::npos;
}

bool isSchemeSign(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-' ||
         c == '.';
}

// The path and query of a request target: "/path?query", "http://host/path?query" or "*".
bool splitTarget(std::string_view target, RequestHead& head) {
  if (const std::size_t scheme = target.find("://");
      scheme != std::string_view::npos && scheme > 0 &&
      std::all_of(target.begin(), target.begin() + static_cast<std::ptrdiff_t>(scheme), isSchemeSign)) {
    const std::size_t path = target.find_first_of("/?", scheme + 3);
    target = path == std::string_view::npos ? "/" : target.substr(path);
  }
  const std::size_t question = target.find('?');
  head.path = target.substr(0, question);
  head.query = question == std::string_view::npos ? "" : target.substr(question + 1);
  if (head.path.empty()) head.path = "/";
  return head.path.starts_with('/') || head.path == "*";
}

}  // namespace

RequestReader::RequestReader(std::string peer) : peer_(std::move(peer)) {
  next();
}

RequestReader::~RequestReader() = default;

RequestReader::State RequestReader::next() {
  parser_ = std::make_unique<Parser>();
  parser_->eager(false);
  parser_->header_limit(kMaxHead);
  parser_->body_limit(boost::none);  // admit() sets it
  head_ = {};
  headSize_ = 0;
  untouched_ = true;
  requestLineRead_ = false;
  admitted_ = false;
  return advance();
}

RequestReader::State RequestReader::feed(std::string_view bytes) {
  if (!unread_.empty()) {
    unread_.append(bytes);
    return advance();
  }
  const State state = parse(bytes);  // without a copy
  unread_.assign(bytes);
  return state;
}

RequestReader::State RequestReader::admit(std::size_t bodyLimit) {
  if (parser_->content_length().value_or(0) > bodyLimit) return refuse(413);
  parser_->body_limit(bodyLimit);
  parser_->eager(true);
  admitted_ = true;
  return advance();
}

RequestReader::State RequestReader::advance() {
  std::string_view bytes = unread_;
  const State state = parse(bytes);
  unread_.erase(0, unread_.size() - bytes.size());
  if (unread_.empty()) dropUnread();  // a waiting connection holds no memory
  return state;
}

// Takes away what was parsed.
RequestReader::State RequestReader::parse(std::string_view& bytes) {
  if (refusal_ != 0) return State::refused;
  if (untouched_) {
    while (bytes.starts_with("\r\n"))
      bytes.remove_prefix(2);  // RFC 9112 2.2: lines left over from the last request
    if (bytes.empty() || bytes == "\r") return State::reading;
  }
  while (!bytes.empty() && !parser_->is_done()) {
    // The parser can't be asked again about less, once it has seen "0" and CRLF of the last chunk.
    if (admitted_ && parser_->chunked() && bytes.size() < kLastChunk) return State::reading;
    boost::beast::error_code error;
    untouched_ = false;
    const std::size_t used = parser_->put(boost::asio::buffer(bytes), error);
    if (!admitted_ && hasFoldedLine(bytes.substr(0, used))) return refuse(400);
    if (used > 0) requestLineRead_ = true;
    bytes.remove_prefix(used);
    if (!admitted_) headSize_ += used;
    if (error == http::error::need_more && bytes.size() <= kMaxHead) return State::reading;
    if (error == http::error::header_limit) return refuse(requestLineRead_ ? 431 : 414);
    if (error == http::error::body_limit) return refuse(413);
    if (error) return refuse(400);
    if (!admitted_ && parser_->is_header_done()) return finishHead();
  }
  return parser_->is_done() ? State::complete : State::reading;
}

RequestReader::State RequestReader::finishHead() {
  const auto& message = parser_->get();
  const std::string_view target(message.target().data(), message.target().size());
  if (target.size() > kMaxTarget) return refuse(414);
  if (message.version() != 10 && message.version() != 11) return refuse(400);
  const auto hosts = message.count(http::field::host);
  if (hosts > 1 || (hosts == 0 && message.version() == 11)) return refuse(400);
  if (!hasPlainFraming(message.base(), message.version())) return refuse(400);

  head_.method = std::string(message.method_string());
  head_.peer = peer_;
  if (!splitTarget(target, head_)) return refuse(400);
  for (const auto& field : message) {
    if (head_.headers.size() == kMaxHeaders) return refuse(431);
    head_.headers.push_back({std::string(field.name_string()), std::string(field.value())});
  }
  return State::admission;
}

RequestReader::State RequestReader::refuse(int status) {
  refusal_ = status;
  return State::refused;
}

WebRequest RequestReader::take() {
  if (refusal_ != 0) return {std::move(head_), {}, true};
  return {std::move(head_), std::move(parser_->get().body()), false};
}

bool RequestReader::hasBody() const {
  return parser_->chunked() || parser_->content_length().value_or(0) > 0;
}

bool RequestReader::expectsContinue() const {
  const auto expected = integration::findHeader(head_.headers, "Expect");
  return expected && boost::beast::iequals(*expected, "100-continue") && hasBody() && unread_.empty();
}

bool RequestReader::keepAlive() const {
  return refusal_ == 0 && parser_->keep_alive();
}

std::size_t RequestReader::held() const {
  return heapBytes(unread_) + heapBytes(parser_->get().body()) + 2 * headSize_;
}

void RequestReader::dropBody() {
  std::string().swap(parser_->get().body());
}

}  // namespace host_stub
