// The host's people: members of companies.
#pragma once

#include <optional>
#include <vector>

#include "data/connection_state.hpp"
#include "data/database.hpp"
#include "data/person_links.hpp"
#include "integration/services.hpp"

namespace host_stub {

struct PeoplePage {
  std::int64_t total = 0;
  std::vector<Member> data;
};

// A person of a company is unique by where it comes from: source (the integration's id) and the id there.
// [thread-safe]
class People {
 public:
  explicit People(Database& database) : database_(database) {}

  // Of a connection's hire, with what its draft holds, which is gone then. The member as it is where it
  // exists already, whatever fields and draft say. Throws invalidArgument with an issue per field.
  integration::MemberCreated create(const ConnectionKey& key, const std::string& source,
                                    const std::string& sourceId, const integration::HireFields& fields,
                                    std::int64_t now);
  // See linkPerson: durable as a whole, or nothing of it.
  Member link(const std::string& company, const PersonLink& link);
  // By any of its sources.
  std::optional<Member> findBySource(const std::string& company, const std::string& source,
                                     const std::string& sourceId);
  std::optional<Member> get(const std::string& company, const std::string& personId);
  // In the order they were added, from behind the person `after` on.
  PeoplePage list(const std::string& company, std::int64_t limit, std::int64_t skip,
                  const std::string& after = {});

  // Who of the company may be the same person; the one of query.sourceId left out.
  std::vector<integration::PossibleDuplicate> match(const std::string& company, const std::string& source,
                                                    const integration::MatchQuery& query);

 private:
  Database& database_;
};

// The people of one company, as one of its connections may use them. Lives as long as the call.
class PeopleMembers : public integration::Members {
 public:
  PeopleMembers(People& people, integration::Clock& clock, ConnectionKey key, std::string integrationId)
      : people_(people), clock_(clock), key_(std::move(key)), source_(std::move(integrationId)) {}

  integration::MemberCreated create(const std::string& sourceId,
                                    const integration::HireFields& member) override {
    return people_.create(key_, source_, sourceId, member, clock_.now());
  }
  std::optional<integration::Person> get(const std::string& sourceId) override {
    return people_.findBySource(key_.company, source_, sourceId);
  }
  std::vector<integration::PossibleDuplicate> match(const integration::MatchQuery& query) override {
    return people_.match(key_.company, source_, query);
  }

 private:
  People& people_;
  integration::Clock& clock_;
  const ConnectionKey key_;
  const std::string source_;
};

}  // namespace host_stub
