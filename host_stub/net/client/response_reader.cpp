#include "net/client/response_reader.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <utility>

namespace host_stub {

namespace http = boost::beast::http;

struct ResponseReader::Parser : http::response_parser<http::string_body> {};

ResponseReader::ResponseReader(bool expectsBody) : expectsBody_(expectsBody) {
  nextMessage();
}

ResponseReader::~ResponseReader() = default;

void ResponseReader::nextMessage() {
  parser_ = std::make_unique<Parser>();
  parser_->eager(true);
  parser_->skip(!expectsBody_);
  parser_->header_limit(kMaxHead);
  parser_->body_limit(integration::Http::kMaxResponse);
}

ResponseReader::State ResponseReader::feed(std::string_view bytes) {
  if (state_ != State::reading) return state_;
  unread_.append(bytes);
  return advance();
}

ResponseReader::State ResponseReader::finish() {
  if (state_ != State::reading) return state_;
  // The parser must not be told of an end before it has got anything, as after an answer of status 1xx.
  boost::beast::error_code error;
  if (parser_->got_some()) parser_->put_eof(error);
  if (error || !parser_->is_done()) return stop(State::broken, "the answer broke off");
  return endMessage();
}

ResponseReader::State ResponseReader::advance() {
  while (!unread_.empty()) {
    // The parser can't be asked again about less, once it has seen "0" and CRLF of the last chunk.
    if (parser_->is_header_done() && parser_->chunked() && unread_.size() < kLastChunk) return state_;
    boost::beast::error_code error;
    const std::size_t used = parser_->put(boost::asio::buffer(unread_), error);
    unread_.erase(0, used);
    if (error == http::error::need_more && unread_.size() <= kMaxHead) return state_;
    if (error == http::error::body_limit) return stop(State::tooLarge, "the answer has more than 8 MiB");
    if (error) return stop(State::broken, "malformed HTTP: " + error.message());
    if (parser_->is_done() && endMessage() != State::reading) return state_;
  }
  return state_;
}

ResponseReader::State ResponseReader::endMessage() {
  const unsigned status = parser_->get().result_int();
  if (status < 100) return stop(State::broken, "malformed HTTP: a status below 100");
  if (status == 101) return stop(State::broken, "it switched to another protocol unasked");
  if (status >= 200) {
    reusable_ = parser_->keep_alive() && unread_.empty();
    return state_ = State::complete;
  }
  if (++interim_ > kMaxInterim)
    return stop(State::broken, "more than " + std::to_string(kMaxInterim) + " interim answers");
  nextMessage();
  return state_;
}

ResponseReader::State ResponseReader::stop(State state, std::string problem) {
  problem_ = std::move(problem);
  return state_ = state;
}

integration::HttpOutcome ResponseReader::take() {
  auto message = parser_->release();
  integration::HttpOutcome outcome;
  outcome.httpStatus = static_cast<int>(message.result_int());
  for (const auto& field : message)
    outcome.headers.push_back({std::string(field.name_string()), std::string(field.value())});
  outcome.body = std::move(message.body());
  return outcome;
}

}  // namespace host_stub
