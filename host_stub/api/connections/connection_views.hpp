// How a connection is shown: what the host knows of it, and what its plugin tells.
#pragma once

#include "hosting/connections/connection_hub.hpp"
#include "integration/json.hpp"

namespace host_stub {

struct ToldByPlugin;

// Thread-safe.
class ConnectionViews {
 public:
  // publicUrl: what Request URLs start with, no slash at the end.
  ConnectionViews(Platform& platform, ConnectionHub& hub, const std::string& publicUrl)
      : platform_(platform), hub_(hub), publicUrl_(publicUrl) {}

  std::string requestUrl(const LiveConnection& connection) const;

  // Returns what is shown of each, in their order; all plugins are asked at once, within a time limit. A
  // plugin that fails, is late or is missing makes the state of its connections alone.
  integration::Json of(const AskConnections::Connections& connections);
  integration::Json of(const std::shared_ptr<LiveConnection>& connection);

 private:
  void addSecrets(const LiveConnection& connection, ToldByPlugin& told);
  integration::Json viewOf(const LiveConnection& connection, ToldByPlugin told);

  Platform& platform_;
  ConnectionHub& hub_;
  const std::string& publicUrl_;
};

}  // namespace host_stub
