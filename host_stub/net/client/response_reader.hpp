// Turns the bytes of a connection out into the answer to one request, within limits. It does no input or
// output of its own. Nothing that a source can send breaks it.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "integration/http.hpp"

namespace host_stub {

// For one answer; not thread-safe.
class ResponseReader {
 public:
  static constexpr std::size_t kMaxHead = std::size_t{64} * 1024;
  static constexpr int kMaxInterim = 16;  // answers of status 1xx before the one that counts

  enum class State {
    reading,   // needs more bytes, or the end of the connection
    complete,  // take() gives the answer
    tooLarge,  // its body has more than Http::kMaxResponse bytes
    broken,    // problem() says why; nothing more can be read
  };

  // `expectsBody`: false for the answer to HEAD.
  explicit ResponseReader(bool expectsBody);
  ~ResponseReader();

  // Leaves bytes after the answer unread.
  State feed(std::string_view bytes);
  // Tells that the connection has ended: completes a body that ends there, breaks every other one.
  State finish();

  integration::HttpOutcome take();  // once, of a complete one
  const std::string& problem() const { return problem_; }
  // True if the connection can carry another request: the answer is complete and nothing came after it.
  bool reusable() const { return reusable_; }

 private:
  // The shortest end of a chunked body: 0, CRLF, CRLF.
  static constexpr std::size_t kLastChunk = 5;
  struct Parser;
  State advance();
  State endMessage();
  State stop(State state, std::string problem);
  void nextMessage();

  const bool expectsBody_;
  std::unique_ptr<Parser> parser_;
  std::string unread_;
  State state_ = State::reading;
  std::string problem_;
  int interim_ = 0;
  bool reusable_ = false;
};

}  // namespace host_stub
