#include "pages/assets.hpp"

#include <array>

#include "accounts/users_file.hpp"
#include "pages/page_files.hpp"
#include "storage/random.hpp"

namespace host_stub {
namespace {

struct Asset {
  const char* name;
  const char* contentType;
};
constexpr std::array<Asset, 2> kAssets{
    {{"style.css", "text/css; charset=utf-8"}, {"pages.js", "text/javascript; charset=utf-8"}}};

}  // namespace

std::string assetAddress(const std::string& name) {
  const std::string hash = tokenHash(pageFiles().at(name));
  return "/assets/" + toHex({reinterpret_cast<const std::uint8_t*>(hash.data()), 8}) + "/" + name;
}

std::optional<WebResponse> asset(const std::string& path) {
  for (const auto& [name, contentType] : kAssets)
    if (path == assetAddress(name))
      return WebResponse{
          200,
          {{"Content-Type", contentType}, {"Cache-Control", "public, max-age=31536000, immutable"}},
          std::string(pageFiles().at(name))};
  return std::nullopt;
}

}  // namespace host_stub
