// Signed deliveries of some 1.9 KB, each about an application of its own.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

// A delivery as it is sent, and the application that it is about.
struct Deliveries {
  std::vector<std::string> requests;
  std::vector<std::string> applications;
};

enum class DeliveryKind { hired, notHired, wronglySigned };

// path: of the request URL. first: the number of the first application, so that no two batches have one in
// common.
Deliveries makeDeliveries(DeliveryKind kind, std::size_t count, std::size_t first, std::string_view path,
                          const std::string& secret);

}  // namespace bench
