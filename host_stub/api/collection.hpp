// A page of a collection in the API's form: {total, limit, skip, data, nextCursor?}, and what else it tells.
#pragma once

#include <optional>
#include <utility>

#include "api/request_context.hpp"
#include "net/server/json_answer.hpp"

namespace host_stub {

inline WebResponse collectionPage(const RequestContext& request, std::uint64_t total, integration::Json data,
                                  const std::optional<std::string>& nextCursor = std::nullopt,
                                  const integration::Json& more = integration::Json::object()) {
  integration::Json page = {
      {"total", total}, {"limit", request.limit()}, {"skip", request.skip()}, {"data", std::move(data)}};
  if (nextCursor) page["nextCursor"] = *nextCursor;
  page.update(more);
  return jsonAnswer(200, std::move(page));
}

// Cuts the page out of all there is.
inline WebResponse collection(const RequestContext& request, integration::Json all) {
  integration::Json page = integration::Json::array();
  for (std::size_t i = request.skip(); i < all.size() && page.size() < request.limit(); ++i)
    page.push_back(all[i]);
  return collectionPage(request, all.size(), std::move(page));
}

}  // namespace host_stub
