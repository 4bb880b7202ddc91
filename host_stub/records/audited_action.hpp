// An action of a user, whose audit record is kept by the transaction of the change that it tells of.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "records/audit.hpp"

namespace host_stub {

// Copies are the same action. Thread-safe.
class AuditedAction {
 public:
  // Creates the action of nobody, which leaves no record.
  AuditedAction() = default;
  // Gives the record its id.
  AuditedAction(std::string company, AuditRecord record);

  // Adds the record to the caller's transaction, unless an earlier transaction of the action kept it.
  void join(SqlSession& sql) const;
  // Keeps the record of an action that may have changed nothing, unless it is kept.
  void finish(Audit& audit) const;

 private:
  std::string company_;
  std::optional<AuditRecord> record_;  // nullopt for the action of nobody
};

// The user of a call into a plugin, and what the call is audited as.
struct Actor {
  Actor(const char* userId) : id(userId) {}
  Actor(std::string userId, AuditedAction audited = {}) : id(std::move(userId)), action(std::move(audited)) {}

  std::string id;  // "" if nobody asked
  AuditedAction action;
};

}  // namespace host_stub
