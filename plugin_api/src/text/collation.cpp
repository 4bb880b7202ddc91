#include "integration/text/collation.hpp"

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include <memory>

namespace integration {
namespace {

// Null if ICU lacks its data, which it doesn't where it is installed.
const icu::Collator* collator() {
  static const std::unique_ptr<const icu::Collator> kCollator = [] {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale::getRoot(), error));
    if (U_FAILURE(error)) made.reset();
    if (made) made->setStrength(icu::Collator::SECONDARY);
    return made;
  }();
  return kCollator.get();
}

}  // namespace

std::string sortKey(std::string_view text) {
  const icu::Collator* order = collator();
  if (order == nullptr) return std::string(text);
  const auto unicode = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  std::string key(text.size() * 3 + 8, '\0');
  const auto fill = [&] {
    return order->getSortKey(unicode, reinterpret_cast<uint8_t*>(key.data()),
                             static_cast<int32_t>(key.size()));
  };
  int32_t size = fill();
  if (static_cast<std::size_t>(size) > key.size()) {
    key.resize(static_cast<std::size_t>(size));
    size = fill();
  }
  key.resize(static_cast<std::size_t>(size));
  return key;
}

}  // namespace integration
