// Reads a webhook's body, as far as this plugin needs it. The body is a hint: Ashby's API is the truth.
// Shapes: Ashby's guides "common payload data" and "related webhooks".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fields/source_id.hpp"

namespace ashby {

// Ashby's longest has 24.
inline constexpr std::size_t kMaxActionBytes = 64;

struct Delivery {
  std::string action;         // at most kMaxActionBytes
  std::string applicationId;  // "" if it is about no application
  bool hired = false;         // the snapshot's status is Hired
  std::string updatedAt;      // of the snapshot, "" if it says none
  std::string key;            // the same of retries and of two webhooks of one type, "" if it says none

  std::vector<std::string> candidateIds;  // of a merge or a deletion

  bool isPing() const { return action == "ping"; }
  // Returns whether a hire, or a change of one, may follow from the delivery.
  bool concernsAHire() const { return !applicationId.empty(); }
  // Returns whether its webhook type is sent whenever somebody is hired. The others that name an application,
  // such as "Application Submitted" or "Offer Created", come before a hire or never.
  bool tellsOfHires() const {
    return action == "applicationUpdate" || action == "candidateHire" || action == "candidateStageChange";
  }
};

struct DeliveryOrReason {
  std::optional<Delivery> delivery;
  std::string reason;  // why there is none: never a word of the body
};

DeliveryOrReason readDelivery(std::string_view body);

}  // namespace ashby
