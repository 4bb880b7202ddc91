// The author kit. Derive from IntegrationPlugin, and give it a static describe() and a constructor taking
// InstanceConfig. Export it with one macro at the end of one source file:
//
//   class Greenhouse : public integration::IntegrationPlugin { ... };
//   INTEGRATION_PLUGIN(Greenhouse)
//
// Exceptions may be thrown freely: none crosses. A Failure reaches the host as it is, anything else as
// `internal`.
#pragma once

#include <string_view>

#include "integration/call.hpp"
#include "integration/operations.hpp"

namespace integration {

// The base class of plugins, with an object per connection. Every function may run on any thread, at the same
// time as the others. Only runWork never runs twice at once for one connection. The memory of an object is a
// hint: the store is the truth.
class IntegrationPlugin {
 public:
  virtual ~IntegrationPlugin() = default;

  // Checks settings (JSON, secrets left out: ask call.secrets() or let http insert them) and keeps them. The
  // host keeps the secrets it was offered only if this returns. Throw invalidArgument with an issue for each
  // thing wrong.
  virtual void configure(Call& call, std::string_view settings) = 0;
  virtual void enable(Call& call) = 0;   // repeatable
  virtual void disable(Call& call) = 0;  // repeatable; nothing that was taken is forgotten

  // Answer 2xx only for what is durable. Throwing makes the host answer 503, so that the sender tries again.
  virtual WebhookReply handleWebhook(Call& call, const WebhookRequest& request) = 0;

  virtual ListPage listStaged(Call& call, const ListQuery& query) = 0;
  virtual PromoteResult promote(Call& call, const PromoteRequest& request) = 0;
  virtual void discard(Call& call, const DiscardRequest& request) = 0;
  virtual ConnectionStatus status(Call& call) = 0;

  // Work that is due. Returns after 32 units, 2 s before the deadline, when cancelled, or when nothing is
  // due.
  virtual WorkResult runWork(Call& call) = 0;

  // Optional operations are found by asking. A plugin that has some declares
  //   static const integration_operation* extension(std::string_view id) noexcept;
  // It returns userAction<&P::restore>() or query<&P::why>() (define_extension.hpp), or null for an unknown
  // id.
};

}  // namespace integration

#include "integration/detail/export.hpp"
