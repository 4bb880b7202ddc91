#include "pages/assets.hpp"

#include <array>

#include "integration/crypto/hash.hpp"
#include "integration/crypto/hex.hpp"
#include "pages/page_files.hpp"

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
  const integration::Digest hash = integration::sha256(pageFiles().at(name));
  return "/assets/" + integration::toHex(std::span(hash).first(8)) + "/" + name;
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
