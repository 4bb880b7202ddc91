#include "api/cursor.hpp"

#include <Poco/Base64Decoder.h>
#include <Poco/Base64Encoder.h>

#include <sstream>

namespace host_stub {
namespace {

constexpr int kForUrls = Poco::BASE64_URL_ENCODING | Poco::BASE64_NO_PADDING;

std::string decode(const std::string& cursor) {
  std::istringstream in(cursor);
  Poco::Base64Decoder decoder(in, kForUrls);
  return {std::istreambuf_iterator<char>(decoder), {}};
}

}  // namespace

std::string encodeCursor(const std::string& list, const std::string& place) {
  std::ostringstream out;
  Poco::Base64Encoder encoder(out, kForUrls);
  encoder << list << "/" << place;
  encoder.close();
  return out.str();
}

std::optional<std::string> cursorOf(const RequestContext& request, const std::string& list) {
  const auto cursor = request.query("cursor");
  if (!cursor) return std::nullopt;
  try {
    const std::string text = decode(*cursor);
    if (text.starts_with(list + "/") && encodeCursor(list, text.substr(list.size() + 1)) == *cursor)
      return text.substr(list.size() + 1);
  } catch (const std::exception&) {
    // Not even of the form.
  }
  throw integration::Failure(integration::Code::invalidArgument, "cursor is not one that this list has given",
                             {{"cursor", "invalid", "give back nextCursor as it was"}});
}

}  // namespace host_stub
