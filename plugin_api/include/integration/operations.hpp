// The requests of a host and the results of a plugin: one struct each, which crosses as JSON.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "integration/json_values.hpp"
#include "integration/new_hire.hpp"

namespace integration {

// describe
struct Description {
  std::string id, name, version;
};
BOOST_DESCRIBE_STRUCT(Description, (), (id, name, version))

// create
struct InstanceConfig {
  std::string connectionId, integration;
};
BOOST_DESCRIBE_STRUCT(InstanceConfig, (), (connectionId, integration))

// list_staged

// The sort value and the id of a hire.
struct ListPosition {
  std::string value, id;
};
BOOST_DESCRIBE_STRUCT(ListPosition, (), (value, id))

// lastName: by sortKey (text/collation.hpp), and by id if the names are alike.
enum class HireSort { importedAt, employmentStartDate, lastName };
BOOST_DESCRIBE_ENUM(HireSort, importedAt, employmentStartDate, lastName)

struct ListQuery {
  Text id;  // only this hire, in whatever state
  HireState state = HireState::staged;
  Text department;
  Text q;  // a text search by folded words (text/folding.hpp)
  HireSort sort = HireSort::importedAt;
  bool descending = true;
  std::uint32_t limit = 100;          // 0: only counts
  std::optional<ListPosition> after;  // the last hire already seen
  Text startsFrom, startsUntil;       // dates, inclusive; they leave out hires without a start date
};
BOOST_DESCRIBE_STRUCT(ListQuery, (),
                      (id, state, department, q, sort, descending, limit, after, startsFrom, startsUntil))

struct ListPage {
  std::uint64_t total = 0;  // all matches, not only those of this page
  std::vector<NewHire> data;
  // How many hires of this state each department has, whatever the query's filters; "" = no department. Empty
  // for a query with `id`.
  std::map<std::string, std::uint64_t> departments;
};
BOOST_DESCRIBE_STRUCT(ListPage, (), (total, data, departments))

// promote
struct PromoteRequest {
  std::string id;
  std::map<std::string, Text> fields;  // a reviewer's edits; null clears a field
  Text ifVersion;                      // refuse with `aborted` if the hire has another version
};
BOOST_DESCRIBE_STRUCT(PromoteRequest, (), (id, fields, ifVersion))

struct PromoteResult {
  Person person;
  bool alreadyAdded = false;
};
BOOST_DESCRIBE_STRUCT(PromoteResult, (), (person, alreadyAdded))

// discard
struct DiscardRequest {
  std::string id;
  bool erase = false;  // deletes its data at once, except for its application id
};
BOOST_DESCRIBE_STRUCT(DiscardRequest, (), (id, erase))

// status
enum class ConnectionState { disabled, incomplete, failing, waiting, active };
BOOST_DESCRIBE_ENUM(ConnectionState, disabled, incomplete, failing, waiting, active)

struct ConnectionStatus {
  ConnectionState state = ConnectionState::disabled;
  std::string health;  // a sentence in plain words
  RawJson settings;    // as `configure` accepted them, without secrets
  Text lastWebhookAt, lastImportAt;
};
BOOST_DESCRIBE_STRUCT(ConnectionStatus, (), (state, health, settings, lastWebhookAt, lastImportAt))

// run_work
struct WorkResult {
  bool more = false;        // call again soon
  std::int64_t nextAt = 0;  // Unix ms, 0 = nothing planned
};
BOOST_DESCRIBE_STRUCT(WorkResult, (), (more, nextAt))

}  // namespace integration
