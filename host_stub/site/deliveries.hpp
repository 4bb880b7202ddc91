// The addresses where integrations deliver webhooks.
#pragma once

#include <string>
#include <string_view>

#include "hosting/connections/connection_hub.hpp"
#include "net/server/web.hpp"

namespace host_stub {

// Thread-safe.
class Deliveries {
 public:
  Deliveries(Platform& platform, ConnectionHub& hub) : platform_(platform), hub_(hub) {}

  static bool areAt(std::string_view path);
  // Returns the name of the share of threads that a delivery may use: that of its connection.
  static std::string share(std::string_view path);
  // Returns the id of the plugin that takes the delivery; "" if the address is unknown. Never blocks.
  std::string plugin(std::string_view path) const;
  // Returns the slots of the connection that takes it; null if there is none, or its data can't be read.
  std::shared_ptr<integration::CallSlots> slots(const WebRequest& request);

  // Decides from the head alone, without blocking. serving: false while the host starts or stops.
  Admission admit(const RequestHead& head, bool serving);
  WebResponse take(const WebRequest& request);

  // Counts it in the metrics, by its status, and returns it.
  WebResponse counted(WebResponse answer);

 private:
  Admission decide(const RequestHead& head, bool serving);
  void tellUntaken(const std::string& reason);

  Platform& platform_;
  ConnectionHub& hub_;
};

}  // namespace host_stub
