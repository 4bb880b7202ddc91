// Facts about a connection's authentic deliveries, from which its health is made.
#pragma once

#include <cstdint>

#include "ashby/webhook/delivery.hpp"
#include "hires/records/settings.hpp"
#include "integration/call.hpp"

namespace ashby {

// Lives for one attempt to commit a delivery. Not thread-safe.
class WebhookStatistics {
 public:
  // facts, rejections: what is stored under keys::kWebhookFacts and keys::kRejections. now: Unix ms.
  WebhookStatistics(const integration::Entry& facts, const integration::Entry& rejections, std::int64_t now);

  // Notes the delivery's type, and whether it came twice. isTaken: an application of it was enqueued.
  void note(const Delivery& delivery, bool isTaken);
  // Adds the ops that store what was noted, and that end the problem of a refused signature. Times alone are
  // written at most every half minute.
  void addTo(integration::Commit& commit);

 private:
  bool countDuplicates(const Delivery& delivery);
  bool noteType(const Delivery& delivery);
  bool endRejections(integration::Commit& commit);

  const std::int64_t now_;
  WebhookFacts facts_;
  Rejections rejections_;
  bool mustWrite_ = false;
};

}  // namespace ashby
