// Questions about a host's data.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "accounts/sessions.hpp"
#include "accounts/users.hpp"
#include "host_data/nadia.hpp"
#include "hosting/connections/connections.hpp"
#include "people/company_lists.hpp"
#include "people/members.hpp"
#include "records/audit.hpp"
#include "records/notices.hpp"
#include "records/outbox.hpp"
#include "records/processed_ids.hpp"
#include "secrets/vault.hpp"
#include "services/sqlite_store.hpp"

namespace host_data_test {

inline constexpr std::int64_t kNow = 1795428000000;

// The data that a host opens when it starts.
struct HostData {
  explicit HostData(const std::filesystem::path& folder)
      : database(folder), users(folder), sessions(folder), vault(database, {}), wakes(database) {}

  host_stub::SqliteStore store(const host_stub::ConnectionKey& key) { return {database, wakes, key, false}; }

  host_stub::Database database;
  host_stub::Users users;
  host_stub::Sessions sessions;
  host_stub::Vault vault;
  host_stub::WorkSchedule wakes;
  host_stub::Connections connections{database};
  host_stub::Members people{database};
  host_stub::ProcessedIds handled{database};
  host_stub::Lists lists{database};
  host_stub::Notices notices{database};
  host_stub::Outbox outbox{database};
  host_stub::Audit audit{database};
};

integration::HireFields person(int number);

// A question about the data. Throws Failure if the data refuses to answer.
using Question = std::function<std::string(HostData&)>;
std::map<std::string, Question> questionsTo(const std::vector<host_stub::ConnectionKey>& connections);

}  // namespace host_data_test
