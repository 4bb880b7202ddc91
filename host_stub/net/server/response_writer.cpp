#include "net/server/response_writer.hpp"

#include <array>
#include <boost/asio/error.hpp>
#include <boost/beast/http/write.hpp>
#include <ctime>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "net/server/json_answer.hpp"

namespace host_stub {
namespace {

namespace http = boost::beast::http;
using integration::Header;

// The server's own business, whatever a handler says.
constexpr std::array<std::string_view, 5> kServerHeaders = {"Content-Length", "Transfer-Encoding",
                                                            "Connection", "Date", "X-Content-Type-Options"};

bool isServers(const Header& header) {
  for (const std::string_view name : kServerHeaders)
    if (integration::findHeader(std::span(&header, 1), name)) return true;
  return false;
}

// Formatted once a second and thread.
const std::string& httpDate() {
  thread_local std::time_t formattedAt = 0;
  thread_local std::string text;
  const std::time_t now = std::time(nullptr);
  if (now != formattedAt) {
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 64> buffer{};
    text.assign(buffer.data(),
                std::strftime(buffer.data(), buffer.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts));
    formattedAt = now;
  }
  return text;
}

http::response<http::string_body> messageOf(WebResponse& response, ResponseWriter::Form form) {
  http::response<http::string_body> message;
  message.version(11);
  message.result(static_cast<unsigned>(response.status));
  message.reason(reasonPhrase(response.status));
  message.set(http::field::date, httpDate());
  message.set("X-Content-Type-Options", "nosniff");
  if (!integration::findHeader(response.headers, "Cache-Control"))
    message.set(http::field::cache_control, "no-store");
  for (const Header& header : response.headers) {
    if (header.name.find_first_of("\r\n: ") != std::string::npos ||
        header.value.find_first_of("\r\n") != std::string::npos)
      throw std::invalid_argument("a response header with a line break");
    if (!isServers(header)) message.insert(header.name, header.value);
  }
  const bool bodyless = response.status == 204 || response.status == 304;
  if (!bodyless) message.content_length(response.body.size());
  message.set(http::field::connection, form.keepAlive ? "keep-alive" : "close");
  if (!bodyless && form.withBody) message.body() = std::move(response.body);
  return message;
}

}  // namespace

ResponseWriter::ResponseWriter(WebResponse& response, Form form)
    : message_(messageOf(response, form)), serializer_(message_), withBody_(form.withBody) {}

ResponseWriter::Sent ResponseWriter::send(boost::asio::ip::tcp::socket& socket) {
  boost::beast::error_code error;
  if (withBody_)
    http::write(socket, serializer_, error);
  else
    http::write_header(socket, serializer_, error);
  if (!error) return Sent::all;
  return error == boost::asio::error::would_block ? Sent::part : Sent::broken;
}

}  // namespace host_stub
