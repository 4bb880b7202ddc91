// A body that takes memory as it arrives, at most twice its size: what Content-Length announces reserves
// none.
#pragma once

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/beast/core/buffer_traits.hpp>
#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/optional.hpp>
#include <cstddef>
#include <cstdint>
#include <string>

namespace host_stub {

// A Body of Beast's, for parsers. See http::string_body, which reserves the whole length.
struct GrowingBody {
  using value_type = std::string;

  class reader {
   public:
    template <bool isRequest, class Fields>
    reader(boost::beast::http::header<isRequest, Fields>&, value_type& body) : body_(body) {}

    void init(const boost::optional<std::uint64_t>& length, boost::beast::error_code& error) {
      length_ = length.value_or(0);
      error = {};
    }

    template <class Buffers>
    std::size_t put(const Buffers& buffers, boost::beast::error_code& error) {
      const std::size_t more = boost::beast::buffer_bytes(buffers);
      grow(body_.size() + more);
      for (const boost::asio::const_buffer part : boost::beast::buffers_range_ref(buffers))
        body_.append(static_cast<const char*>(part.data()), part.size());
      error = {};
      return more;
    }

    void finish(boost::beast::error_code& error) { error = {}; }

   private:
    void grow(std::size_t needed) {
      if (needed <= body_.capacity()) return;
      const std::size_t doubled = 2 * body_.capacity();
      const bool endsSooner = length_ >= needed && length_ < doubled;
      std::string larger;  // because reserve() of one that holds something at least doubles it
      larger.reserve(std::max(needed, endsSooner ? static_cast<std::size_t>(length_) : doubled));
      larger.append(body_);
      body_.swap(larger);
    }

    value_type& body_;
    std::uint64_t length_ = 0;  // as announced; 0 if it isn't
  };
};

}  // namespace host_stub
