// What a host's data can be asked.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "data/audit.hpp"
#include "data/connections.hpp"
#include "data/handled.hpp"
#include "data/lists.hpp"
#include "data/notices.hpp"
#include "data/outbox.hpp"
#include "data/people.hpp"
#include "data/sessions.hpp"
#include "data/sqlite_store.hpp"
#include "data/users.hpp"
#include "data/vault.hpp"
#include "host_data/nadia.hpp"

namespace host_data_test {

inline constexpr std::int64_t kNow = 1795428000000;

// What a host opens when it starts.
struct HostData {
  explicit HostData(const std::filesystem::path& folder)
      : database(folder), users(folder), sessions(folder), vault(database, {}), wakes(database) {}

  host_stub::SqliteStore store(const host_stub::ConnectionKey& key) { return {database, wakes, key, false}; }

  host_stub::Database database;
  host_stub::Users users;
  host_stub::Sessions sessions;
  host_stub::Vault vault;
  host_stub::Wakes wakes;
  host_stub::Connections connections{database};
  host_stub::People people{database};
  host_stub::Handled handled{database};
  host_stub::Lists lists{database};
  host_stub::Notices notices{database};
  host_stub::Outbox outbox{database};
  host_stub::Audit audit{database};
};

integration::HireFields person(int number);

// Each throws Failure where it is refused.
using Question = std::function<std::string(HostData&)>;
std::map<std::string, Question> questionsTo(const std::vector<host_stub::ConnectionKey>& connections);

}  // namespace host_data_test
