// The connections of companies: which integration, under which name, reached at which URL.
#pragma once

#include <optional>
#include <vector>

#include "records/audited_action.hpp"
#include "storage/connection_state.hpp"
#include "storage/database.hpp"

namespace host_stub {

// Whether the plugin of a connection is called for deliveries and work.
enum class Enablement {
  disabled,     // not called; so it begins
  interrupted,  // not called; the last enable or disable did not come to its end, so the plugin may differ
  enabling,     // called for deliveries alone; kept as `interrupted`, which is what is left after a crash
  enabled,      // called
  unknown,      // called; the connection is of a data folder of before schema 5, and its plugin knows
};

inline bool isDisabled(Enablement enablement) {
  return enablement == Enablement::disabled || enablement == Enablement::interrupted;
}

struct Connection {
  ConnectionKey key;
  std::string integration;
  std::string name;
  std::string urlToken;  // the unguessable part of its request URL
  std::int64_t createdAt = 0;
  Enablement enablement = Enablement::disabled;
};

// A connection that is being removed, and how far that is.
struct Removal {
  enum class Step {
    handOver,  // its plugin may still read its store, to tell the processed ids that are to be kept
    erase,     // its entries are being erased; its processed ids, notices and mails are kept
    purge,     // its entries, its notices and its mails in the outbox are being erased
  };

  Connection connection;
  Step step = Step::handOver;
};

// Deleted ones are nowhere to be found. [thread-safe]
class Connections {
 public:
  static constexpr std::int64_t kMostOfCompany = 200;

  explicit Connections(Database& database) : database_(database) {}

  // Throws Failure(invalidArgument) for a name that isn't 1 to 200 bytes and visible. Throws
  // Failure(failedPrecondition) if the company has kMostOfCompany already. audited: gets the connection's id
  // as its subject.
  Connection create(const std::string& company, const std::string& integration, const std::string& name,
                    std::int64_t now, std::optional<AuditRecord> audited = std::nullopt);
  std::vector<Connection> list(const std::string& company);  // oldest first
  std::vector<Connection> all();                             // of all companies, oldest first within each
  std::optional<Connection> get(const ConnectionKey& key);
  std::optional<Connection> findByUrlToken(const std::string& urlToken);

  void setEnablement(const ConnectionKey& key, Enablement enablement, const AuditedAction& action = {});
  // Sets `enabled` and makes work due now, both or neither: what was due while it was disabled has been
  // dropped. Throws Failure(permissionDenied) if the connection is deleted.
  void enable(const ConnectionKey& key, std::int64_t now, const AuditedAction& action = {});

  // Removing one takes steps that are durable and idempotent, so that a crashed host continues after a
  // restart. From the first step on the connection can't be found. Its URL and id are never given again.
  // Returns false if there is none, or its removal has begun already.
  bool beginRemoval(const ConnectionKey& key, Removal::Step first, std::int64_t now,
                    const AuditedAction& action = {});
  // Returns the removals that have begun and not ended.
  std::vector<Removal> removals();
  // Notes that the connection's processed ids are kept elsewhere. From now on its secrets are gone, and
  // nothing is written for it.
  void handedOver(const ConnectionKey& key);
  // Erases a bounded part of its entries. If it is purged, erases its mails in the outbox and its notices,
  // too, after its entries. Returns false once nothing is left: the removal has ended.
  bool eraseSome(const Removal& removal);

 private:
  Database& database_;
};

}  // namespace host_stub
