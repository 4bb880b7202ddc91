// A delivery from Ashby: verified, classified, made durable, and only then acknowledged.
#pragma once

#include "integration/call.hpp"
#include "integration/http.hpp"

namespace ashby {

inline constexpr char kWebhookSecret[] = "webhookSecret";

// 403 disabled, 405 not POST, 401 signature missing or wrong, else 200 once it is durable. Throws where it
// isn't.
integration::WebhookReply takeDelivery(integration::Call& call, const integration::WebhookRequest& request);

}  // namespace ashby
