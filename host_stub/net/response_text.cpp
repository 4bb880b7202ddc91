#include "net/response_text.hpp"

#include <array>
#include <ctime>
#include <stdexcept>
#include <string_view>

#include "net/json_answer.hpp"

namespace host_stub {
namespace {

using integration::Header;

// The server's own business, whatever a handler says.
constexpr std::array<std::string_view, 5> kServerHeaders = {"Content-Length", "Transfer-Encoding",
                                                            "Connection", "Date", "X-Content-Type-Options"};

bool isServers(const Header& header) {
  for (const std::string_view name : kServerHeaders)
    if (integration::findHeader(std::span(&header, 1), name)) return true;
  return false;
}

void append(std::string& out, std::string_view name, std::string_view value) {
  out.append(name).append(": ").append(value).append("\r\n");
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

}  // namespace

std::string responseText(const WebResponse& response, ResponseForm form) {
  const bool bodyless = response.status == 204 || response.status == 304;
  std::string out;
  out.reserve(512 + response.body.size());
  out.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
  out.append(reasonPhrase(response.status)).append("\r\n");
  append(out, "Date", httpDate());
  append(out, "X-Content-Type-Options", "nosniff");
  if (!integration::findHeader(response.headers, "Cache-Control")) append(out, "Cache-Control", "no-store");
  for (const Header& header : response.headers) {
    if (header.name.find_first_of("\r\n: ") != std::string::npos ||
        header.value.find_first_of("\r\n") != std::string::npos)
      throw std::invalid_argument("a response header with a line break");
    if (!isServers(header)) append(out, header.name, header.value);
  }
  if (!bodyless) append(out, "Content-Length", std::to_string(response.body.size()));
  append(out, "Connection", form.keepAlive ? "keep-alive" : "close");
  out.append("\r\n");
  if (!bodyless && form.withBody) out.append(response.body);
  return out;
}

}  // namespace host_stub
