// One application of the inbox: read from Ashby, judged, and staged, followed, withdrawn or ignored.
#pragma once

#include "ashby/client.hpp"
#include "connection/settings.hpp"
#include "hires/inbox.hpp"
#include "integration/call.hpp"

namespace ashby {

struct ImportResult {
  // What kept the application from being read; its item stays in the inbox. Of the troubles, those that
  // concern the whole connection (key, permission, rate) are for the caller to act on; the item's own next
  // attempt is planned.
  Trouble trouble = Trouble::none;
  std::string message;
  std::int64_t retryAfterMs = 0;
  bool staged = false;  // a new hire was added or brought back
};

ImportResult importApplication(integration::Call& call, Client& client, const Settings& settings,
                               const HeldItem& held);

}  // namespace ashby
