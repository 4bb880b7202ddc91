// A call of the host into a plugin: who asks, until when, and the services it may use.
#pragma once

#include <cstdint>
#include <string_view>

#include "integration/services.hpp"

namespace integration {

// Which entry a call belongs to; numbers as in abi.h.
enum class CallKind : std::int32_t {
  create = 1,
  destroy = 2,
  configure = 3,
  enable = 4,
  disable = 5,
  handleWebhook = 6,
  listStaged = 7,
  promote = 8,
  discard = 9,
  status = 10,
  runWork = 11,
  userAction = 12,
  query = 13,
  sourceAction = 14,
};

// Lives until the plugin's function returns; keep nothing of it. Every service may throw Failure: let it
// pass, unless the outcome is yours to decide. Hold no lock while calling one.
class Call {
 public:
  virtual ~Call() = default;

  virtual CallKind kind() const = 0;
  virtual std::int64_t deadline() const = 0;   // Unix ms by clock(), 0 = none
  virtual std::string_view actor() const = 0;  // an opaque user id, "" if no person asked
  virtual bool cancelled() const = 0;

  Store& store() const { return *services_.store; }
  Http& http() const { return *services_.http; }
  Secrets& secrets() const { return *services_.secrets; }
  Members& members() const { return *services_.members; }
  Clock& clock() const { return *services_.clock; }
  Random& random() const { return *services_.random; }
  Log& log() const { return *services_.log; }
  Wake& wake() const { return *services_.wake; }
  Lists& lists() const { return *services_.lists; }
  Notices& notices() const { return *services_.notices; }

 protected:
  Services services_;  // none is null: a service that the host lacks answers unimplemented
};

}  // namespace integration
