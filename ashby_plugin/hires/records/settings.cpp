#include "hires/records/settings.hpp"

#include "hires/records/record_json.hpp"
#include "integration/time.hpp"

namespace ashby {

std::int64_t Settings::countsFrom() const {
  const auto date = importFrom ? integration::parseDate(*importFrom) : std::nullopt;
  return date ? integration::startOfDay(*date) : firstEnabledAt;
}

std::int64_t Settings::keepDiscardedMs() const {
  constexpr std::uint32_t kDays = 30;
  return std::int64_t{keepDiscardedDays.value_or(kDays)} * 24 * 3600000;
}

const ImportSettings& Settings::chosen() const {
  static const ImportSettings kNone;
  return choices ? *choices : kNone;
}

template std::string encode(const Settings&);
template std::string encode(const WebhookFacts&);
template std::string encode(const WorkFacts&);
template std::string encode(const Rejections&);
template std::string encode(const MissedByWebhook&);
template std::optional<Settings> decode(const integration::Entry&);
template std::optional<WebhookFacts> decode(const integration::Entry&);
template std::optional<WorkFacts> decode(const integration::Entry&);
template std::optional<Rejections> decode(const integration::Entry&);
template std::optional<MissedByWebhook> decode(const integration::Entry&);

}  // namespace ashby
