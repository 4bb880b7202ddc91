#include "api/request_context.hpp"

#include <Poco/URI.h>

#include <charconv>

namespace host_stub {

using integration::Code;
using integration::Failure;

namespace {

constexpr std::uint32_t kDefaultLimit = 100, kMaxLimit = 250, kMaxSkip = 10000;

Failure invalidParameter(const std::string& name, const std::string& message) {
  return Failure(Code::invalidArgument, name + " " + message, {{name, "invalid", message}});
}

}  // namespace

RequestContext::RequestContext(const WebRequest& request, User user, std::vector<std::string> pathParts)
    : request_(request), user_(std::move(user)), pathParts_(std::move(pathParts)) {
  try {
    Poco::URI uri;
    uri.setRawQuery(request.query);
    for (const auto& [name, value] : uri.getQueryParameters()) query_[name] = value;  // the last one counts
  } catch (const Poco::Exception&) {
    throw Failure(Code::invalidArgument, "the query of the URL can't be read: check its percent-encoding");
  }
}

std::optional<std::string> RequestContext::query(const std::string& name) const {
  const auto found = query_.find(name);
  return found == query_.end() || found->second.empty() ? std::nullopt : std::optional(found->second);
}

std::uint32_t RequestContext::number(const std::string& name, std::uint32_t minimum, std::uint32_t maximum,
                                     std::uint32_t fallback) const {
  const auto text = query(name);
  if (!text) return fallback;
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  const bool isNumber = error == std::errc() && end == text->data() + text->size();
  if (!isNumber || value < minimum || value > maximum)
    throw invalidParameter(
        name, "must be a whole number from " + std::to_string(minimum) + " to " + std::to_string(maximum));
  return value;
}

std::uint32_t RequestContext::limit() const {
  return number("$limit", 1, kMaxLimit, kDefaultLimit);
}
std::uint32_t RequestContext::skip() const {
  return number("$skip", 0, kMaxSkip, 0);
}

integration::Json RequestContext::bodyObject() const {
  // The pages send JSON in this process, everybody else sends text.
  if (!request_.json && request_.body.empty()) return integration::Json::object();
  integration::Json body = request_.json ? *request_.json : integration::parseJson(request_.body, "the body");
  if (!body.is_object()) throw Failure(Code::invalidArgument, "the body must be a JSON object");
  return body;
}

}  // namespace host_stub
