#include "net/client/pending_request.hpp"

#include <openssl/evp.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>

#include "integration/status.hpp"

namespace host_stub {
namespace {

using integration::Code;
using integration::Failure;
using integration::Header;
using integration::HttpOutcome;
using integration::HttpRequest;

// Framing, routing and credentials are the host's.
constexpr std::array<std::string_view, 13> kHostHeaders = {"authorization",
                                                           "proxy-authorization",
                                                           "host",
                                                           "content-length",
                                                           "transfer-encoding",
                                                           "connection",
                                                           "keep-alive",
                                                           "proxy-connection",
                                                           "accept-encoding",
                                                           "te",
                                                           "trailer",
                                                           "upgrade",
                                                           "expect"};

bool isTokenCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool isToken(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

bool isFieldValue(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == '\t' || (byte >= 0x20 && byte != 0x7f);
  });
}

void checkHeader(const Header& header) {
  if (!isToken(header.name))
    throw Failure(Code::invalidArgument, "A request header's name is not an HTTP token.");
  for (const std::string_view name : kHostHeaders)
    if (integration::findHeader(std::span(&header, 1), name))
      throw Failure(Code::permissionDenied,
                    "The request header " + header.name +
                        " is set by the host alone: credentials are inserted by a secret's name.");
  if (!isFieldValue(header.value))
    throw Failure(Code::invalidArgument,
                  "The request header " + header.name + " holds a line break or another control character.");
}

}  // namespace

bool CancelToken::attach(int fd) {
  const std::lock_guard lock(mutex_);
  fd_ = fd;
  return !tripped_;
}

void CancelToken::detach() {
  const std::lock_guard lock(mutex_);
  fd_ = -1;
}

void CancelToken::trip() {
  const std::lock_guard lock(mutex_);
  tripped_ = true;
  if (fd_ >= 0) ::shutdown(fd_, SHUT_RDWR);
}

bool CancelToken::tripped() const {
  const std::lock_guard lock(mutex_);
  return tripped_;
}

bool PendingRequests::finish(std::size_t index, HttpOutcome outcome) {
  const std::lock_guard lock(mutex_);
  if (outcomes_[index]) return false;
  outcomes_[index] = std::move(outcome);
  if (++finished_ == outcomes_.size()) done_.notify_all();
  return true;
}

bool PendingRequests::finished(std::size_t index) const {
  const std::lock_guard lock(mutex_);
  return outcomes_[index].has_value();
}

bool PendingRequests::waitAll(std::chrono::milliseconds atMost) {
  std::unique_lock lock(mutex_);
  return done_.wait_for(lock, atMost, [this] { return finished_ == outcomes_.size(); });
}

std::vector<HttpOutcome> PendingRequests::take() {
  const std::lock_guard lock(mutex_);
  std::vector<HttpOutcome> out;
  out.reserve(outcomes_.size());
  for (std::optional<HttpOutcome>& outcome : outcomes_) out.push_back(std::move(*outcome));
  return out;
}

SecretText requestHead(const HttpRequest& request, const Url& url, std::string_view authorization) {
  if (!isToken(request.method) || request.method == "CONNECT" || request.method == "TRACE")
    throw Failure(Code::invalidArgument, "The request's method must be an HTTP method such as GET or POST.");

  SecretText head;
  auto line = [&head](std::string_view name, std::string_view value) {
    for (const std::string_view part : {name, std::string_view(": "), value, std::string_view("\r\n")})
      head.append(part);
  };
  for (const std::string_view part : {std::string_view(request.method), std::string_view(" "),
                                      std::string_view(url.target), std::string_view(" HTTP/1.1\r\n")})
    head.append(part);
  line("Host", url.origin.authority());
  line("Accept-Encoding", "identity");
  const bool bodyless = request.body.empty() && (request.method == "GET" || request.method == "HEAD");
  if (!bodyless) line("Content-Length", std::to_string(request.body.size()));
  for (const Header& header : request.headers) {
    checkHeader(header);
    line(header.name, header.value);
  }
  if (!authorization.empty()) line("Authorization", authorization);
  head.append("\r\n");
  return head;
}

SecretText authorizationValue(HttpRequest::Auth auth, std::string_view secret) {
  SecretText value;
  if (auth == HttpRequest::Auth::bearer) {
    if (secret.empty() || !isFieldValue(secret))
      throw Failure(Code::failedPrecondition,
                    "The secret can't be sent as a bearer token: it is empty or holds a line break.");
    value.append("Bearer ");
    value.append(secret);
    return value;
  }
  SecretText credentials;
  credentials.append(secret);
  credentials.append(":");
  const std::string_view plain = credentials.view();
  std::string encoded(4 * ((plain.size() + 2) / 3) + 1, '\0');  // EVP_EncodeBlock ends with a zero byte
  const int length =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(encoded.data()),
                      reinterpret_cast<const unsigned char*>(plain.data()), static_cast<int>(plain.size()));
  value.append("Basic ");
  value.append(std::string_view(encoded).substr(0, static_cast<std::size_t>(length)));
  integration::wipe(encoded);
  return value;
}

}  // namespace host_stub
