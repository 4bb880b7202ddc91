#include "pages/form_origin.hpp"

#include <algorithm>
#include <optional>

#include "integration/status.hpp"
#include "net/address/origin.hpp"

namespace host_stub {
namespace {

std::optional<Origin> readOrigin(std::string_view text) {
  try {
    return parseOrigin(text);
  } catch (const integration::Failure&) {
    return std::nullopt;  // such as "null", which browsers send for a page without a site
  }
}

}  // namespace

void refuseForeignForm(const RequestHead& request, const std::string& publicUrl) {
  const auto originHeader = integration::findHeader(request.headers, "Origin");
  const auto host = integration::findHeader(request.headers, "Host");
  if (!originHeader || !host) return;
  // As it stands first: browsers open names that are no host names, such as Docker's with an underscore.
  if (originHeader->substr(std::min(originHeader->find("://") + 3, originHeader->size())) == *host) return;
  const auto origin = readOrigin(*originHeader);
  const auto expected = readOrigin(publicUrl);
  if (origin && (origin == expected || origin == readOrigin(origin->scheme + "://" + std::string(*host))))
    return;
  const std::string seen = origin ? origin->text() : "no site that is known";
  throw integration::Failure(
      integration::Code::permissionDenied,
      "the form was sent from " + seen + ", and this host expects " + publicUrl +
          ": open the page there. If people open it at another address, start host_stub with that one as "
          "--public-url");
}

}  // namespace host_stub
