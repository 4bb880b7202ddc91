#include "world/faults.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace ashby_simulator {

const std::vector<std::string>& Faults::kinds() {
  static const std::vector<std::string> kKinds = {
      "status", "error",      "errorForm", "html",      "halfBody",         "hang",
      "drop",   "lostAnswer", "odd",       "staleRead", "syncTokenExpired", "cursorExpired"};
  return kKinds;
}

void Faults::add(Fault fault) {
  if (std::find(kinds().begin(), kinds().end(), fault.kind) == kinds().end()) {
    throw std::invalid_argument("unknown kind of fault '" + fault.kind + "'");
  }
  if (fault.remaining != 0) faults_.push_back(std::move(fault));
}

std::optional<Fault> Faults::take(const std::string& endpoint, const std::string& body, Millis now) {
  const auto applies = [&](const Fault& fault) {
    return (!fault.until || now < *fault.until) && (fault.endpoint.empty() || fault.endpoint == endpoint) &&
           (fault.bodyContains.empty() || body.find(fault.bodyContains) != std::string::npos);
  };
  const auto found = std::find_if(faults_.begin(), faults_.end(), applies);
  if (found == faults_.end()) return std::nullopt;
  Fault taken = *found;
  if (found->remaining > 0 && --found->remaining == 0) faults_.erase(found);
  return taken;
}

}  // namespace ashby_simulator
