// The services of one call of one connection, bound to the platform.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "hosting/company_services.hpp"
#include "hosting/connections/held_slot.hpp"
#include "integration/host/call_options.hpp"
#include "services/egress_http.hpp"
#include "services/sqlite_store.hpp"

namespace host_stub {

// Secrets that an admin has typed and that aren't kept yet, by name: configure tries them.
using OfferedSecrets = std::map<std::string, std::string>;

// The vault as one connection's plugin sees it. While a secret is being rotated, a read that isn't `fresh`
// returns the newest value alone. So a delivery that was accepted without a fresh read proves that the sender
// has the new value.
class VaultSecrets : public integration::Secrets {
 public:
  VaultSecrets(Vault& vault, integration::Clock& clock, const ConnectionKey& key,
               const OfferedSecrets& offered)
      : vault_(vault), clock_(clock), key_(key), offered_(offered) {}

  std::vector<std::string> get(std::string_view name, bool fresh) override;
  // After a delivery that was taken: what it proved about the secrets that were read.
  void deliveryTaken();

 private:
  Vault& vault_;
  integration::Clock& clock_;
  const ConnectionKey& key_;
  const OfferedSecrets& offered_;
  std::map<std::string, std::int64_t, std::less<>>
      newest_;  // ids of values that were read as the newest of several
};

class WakeHint : public integration::Wake {
 public:
  WakeHint(WorkSchedule& wakes, const ConnectionKey& key) : wakes_(wakes), key_(key) {}
  void wake() override { wakes_.tell(key_, unixNow()); }

 private:
  WorkSchedule& wakes_;
  const ConnectionKey& key_;
};

// The context of a call into a plugin: connection, actor and deadline.
struct CallContext {
  ConnectionKey key;
  const Integration* integration = nullptr;
  bool isWork = false;        // run_work
  std::int64_t deadline = 0;  // Unix ms
  std::string actor;
  AuditedAction action = {};        // joins each commit to the store
  AuditedAction memberAction = {};  // joins the creation of a member
  std::string trace;
  OfferedSecrets offered;
  const std::atomic<bool>* cancelled = nullptr;
  OtherConnections* others = nullptr;  // whom members.match asks too
  SlotDecision slot = {};              // of this thread, for the connection's calls
};

// Lives as long as the call.
class CallServices {
 public:
  CallServices(Platform& platform, CallContext context);
  CallServices(const CallServices&) = delete;
  CallServices& operator=(const CallServices&) = delete;

  const integration::CallOptions& options() const { return options_; }
  VaultSecrets& secrets() { return secrets_; }

 private:
  std::optional<std::string> secretForEgress(std::string_view name);

  const CallContext context_;
  SqliteStore store_;
  VaultSecrets secrets_;
  EgressHttp http_;
  CompanyMembers members_;
  CompanyLists lists_;
  CompanyNotices notices_;
  PluginLog log_;
  WakeHint wake_;
  integration::CallOptions options_;
};

}  // namespace host_stub
