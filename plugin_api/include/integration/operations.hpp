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

// list_staged. With `id`: that one hire, in whatever state. limit: 0 only counts. q: as a text search, by
// folded words (text/folding.hpp). sort by lastName: by sortKey (text/collation.hpp), those that are alike by
// id. after: the sort value and id of the last hire already seen. startsFrom, startsUntil: dates, inclusive;
// a hire without a start date is in neither.
struct ListPosition {
  std::string value, id;
};
BOOST_DESCRIBE_STRUCT(ListPosition, (), (value, id))

enum class HireSort { importedAt, employmentStartDate, lastName };
BOOST_DESCRIBE_ENUM(HireSort, importedAt, employmentStartDate, lastName)

struct ListQuery {
  Text id;
  HireState state = HireState::staged;
  Text department, q;
  HireSort sort = HireSort::importedAt;
  bool descending = true;
  std::uint32_t limit = 100;
  std::optional<ListPosition> after;
  Text startsFrom, startsUntil;
};
BOOST_DESCRIBE_STRUCT(ListQuery, (),
                      (id, state, department, q, sort, descending, limit, after, startsFrom, startsUntil))

// total counts every match, whatever `after` and `limit` leave of it. departments: how many hires of this
// state each has, whatever the query's filters; those without one are under "". None for a query with `id`.
struct ListPage {
  std::uint64_t total = 0;
  std::vector<NewHire> data;
  std::map<std::string, std::uint64_t> departments;
};
BOOST_DESCRIBE_STRUCT(ListPage, (), (total, data, departments))

// promote. fields: a reviewer's edits; null clears one. ifVersion: refuse with `aborted` where the hire has
// changed.
struct PromoteRequest {
  std::string id;
  std::map<std::string, Text> fields;
  Text ifVersion;
};
BOOST_DESCRIBE_STRUCT(PromoteRequest, (), (id, fields, ifVersion))

struct PromoteResult {
  Person person;
  bool alreadyAdded = false;
};
BOOST_DESCRIBE_STRUCT(PromoteResult, (), (person, alreadyAdded))

// discard. erase: its data is gone at once, its application id stays.
struct DiscardRequest {
  std::string id;
  bool erase = false;
};
BOOST_DESCRIBE_STRUCT(DiscardRequest, (), (id, erase))

// status. health: a sentence in plain words. settings: what configure took, without secrets.
enum class ConnectionState { disabled, incomplete, failing, waiting, active };
BOOST_DESCRIBE_ENUM(ConnectionState, disabled, incomplete, failing, waiting, active)

struct ConnectionStatus {
  ConnectionState state = ConnectionState::disabled;
  std::string health;
  RawJson settings;
  Text lastWebhookAt, lastImportAt;
};
BOOST_DESCRIBE_STRUCT(ConnectionStatus, (), (state, health, settings, lastWebhookAt, lastImportAt))

// run_work. more: call again soon. nextAt: Unix ms, 0 = nothing planned.
struct WorkResult {
  bool more = false;
  std::int64_t nextAt = 0;
};
BOOST_DESCRIBE_STRUCT(WorkResult, (), (more, nextAt))

}  // namespace integration
