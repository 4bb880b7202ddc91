// The host's members as one connection's plugin sees them.
#pragma once

#include <string>
#include <utility>

#include "integration/services.hpp"
#include "people/members.hpp"

namespace host_stub {

// The people of one company, as one of its connections may use them. Lives as long as the call.
class MembersService : public integration::Members {
 public:
  MembersService(host_stub::Members& people, integration::Clock& clock, ConnectionKey key,
                 std::string integrationId, AuditedAction action = {})
      : people_(people),
        clock_(clock),
        key_(std::move(key)),
        source_(std::move(integrationId)),
        action_(std::move(action)) {}

  integration::MemberCreated create(const std::string& sourceId,
                                    const integration::HireFields& member) override {
    return people_.create(key_, source_, sourceId, member, clock_.now(), action_);
  }
  std::optional<integration::Person> get(const std::string& sourceId) override {
    return people_.findBySource(key_.company, source_, sourceId);
  }
  std::vector<integration::PossibleDuplicate> match(const integration::MatchQuery& query) override {
    return people_.match(key_.company, source_, query);
  }

 private:
  host_stub::Members& people_;
  integration::Clock& clock_;
  const ConnectionKey key_;
  const std::string source_;
  const AuditedAction action_;  // joins the creation of a member
};

}  // namespace host_stub
