#include "connection/settings.hpp"

#include "hires/record_codec.hpp"
#include "integration/time.hpp"

namespace ashby {

std::int64_t Settings::countsFrom() const {
  const auto date = importFrom ? integration::parseDate(*importFrom) : std::nullopt;
  return date ? integration::startOfDay(*date) : firstEnabledAt;
}

template std::string encode(const Settings&);
template std::string encode(const WebhookFacts&);
template std::string encode(const WorkFacts&);
template std::string encode(const Rejections&);
template std::optional<Settings> decode(const integration::Entry&);
template std::optional<WebhookFacts> decode(const integration::Entry&);
template std::optional<WorkFacts> decode(const integration::Entry&);
template std::optional<Rejections> decode(const integration::Entry&);

}  // namespace ashby
