// The reply that a plugin gives to a delivery.
#pragma once

#include <algorithm>

#include "integration/detail/marshalling.hpp"
#include "plugin_calls.hpp"

namespace integration {

// Returns whether each header is one of a message: a line break in it would begin another.
inline bool canBeSent(const std::vector<Header>& headers) {
  return std::all_of(headers.begin(), headers.end(), [](const Header& header) {
    return !header.name.empty() && header.name.find_first_of("\r\n: ") == std::string::npos &&
           header.value.find_first_of("\r\n") == std::string::npos;
  });
}

// The reply of one delivery, copied out of the plugin's memory.
struct ReplySlot {
  static constexpr std::size_t kMaxBody = 1024 * 1024;

  int count = 0;
  bool unusable = false;
  WebhookReply reply;

  static std::int32_t take(void* context, std::int32_t status, const integration_header* headers,
                           std::uint64_t count, integration_view body) noexcept {
    return detail::guarded({nullptr, nullptr}, "reply", [&]() -> std::int32_t {
      auto& slot = *static_cast<ReplySlot*>(context);
      if (++slot.count > 1) return INTEGRATION_FAILED_PRECONDITION;
      slot.unusable = true;
      if (status < 200 || status > 599) return INTEGRATION_OUT_OF_RANGE;
      if ((headers == nullptr && count != 0) || (body.ptr == nullptr && body.len != 0))
        return INTEGRATION_INVALID_ARGUMENT;
      if (count > 100 || body.len > kMaxBody) return INTEGRATION_RESOURCE_EXHAUSTED;
      slot.reply = {status, detail::toHeaders(headers, count), std::string(detail::fromView(body))};
      if (!canBeSent(slot.reply.headers)) return INTEGRATION_INVALID_ARGUMENT;
      slot.unusable = false;
      return INTEGRATION_OK;
    });
  }

  // Throws unless the plugin gave exactly one usable reply.
  void check(const EntryCall& entry) const {
    if (count != 1)
      throw entry.breach("answered ok with " + std::to_string(count) + " replies instead of one");
    if (unusable)
      throw entry.breach(
          "gave a reply whose HTTP status is not within 200 to 599, whose headers or body point nowhere, "
          "one of whose headers holds a line break, or that is larger than 100 headers and 1 MiB");
  }
};

}  // namespace integration
