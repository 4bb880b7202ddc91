// What a webhook's body says, as far as this plugin needs it. The body is a hint: Ashby's API is the truth.
// Shapes: Ashby's guides "common payload data" and "related webhooks".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ashby {

struct Delivery {
  std::string action;
  std::string applicationId;  // "" where it is about no application
  bool hired = false;         // the snapshot's status is Hired
  std::string updatedAt;      // of the snapshot, "" where it says none

  bool isPing() const { return action == "ping"; }
  // One that an application's hire, or a change to one, may follow from.
  bool concernsAHire() const { return !applicationId.empty(); }
};

struct DeliveryOrReason {
  std::optional<Delivery> delivery;
  std::string reason;  // why there is none: never a word of the body
};

DeliveryOrReason readDelivery(std::string_view body);

// Ashby's ids are UUIDs; any short word of letters, digits, - and _ may become part of a key of the store.
bool isId(std::string_view text);

}  // namespace ashby
