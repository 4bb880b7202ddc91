// GET /api/new-hires: one list out of those of all connections.
#include <algorithm>

#include "api/collection.hpp"
#include "api/cursor.hpp"
#include "api/hires/hire_view.hpp"
#include "api/hires/new_hires_api.hpp"
#include "hosting/crashes/plugin_failures.hpp"
#include "integration/text/collation.hpp"
#include "integration/time.hpp"

namespace host_stub {

using integration::Code;
using integration::Failure;
using integration::HireSort;
using integration::Json;
using integration::ListPage;
using integration::ListPosition;
using integration::ListQuery;
using integration::NewHire;

namespace {

// A hire in the company's list: its own id already that of the whole list.
struct Listed {
  std::string sortValue, orderKey;  // the value, and what it is compared by
  const LiveConnection* connection;
  NewHire hire;
};

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return text;
}

std::string sortValue(const NewHire& hire, HireSort sort) {
  if (sort == HireSort::employmentStartDate) return hire.fields.employmentStartDate.value_or("");
  if (sort == HireSort::lastName) return lower(hire.fields.lastName.value_or(""));
  return hire.importedAt;
}

// As plugins order their hires (ListQuery).
std::string orderKey(const std::string& value, HireSort sort) {
  return sort == HireSort::lastName ? integration::sortKey(value) : value;
}

template <class Enum>
Enum readEnum(const RequestContext& request, const char* name, Enum otherwise) {
  const auto text = request.query(name);
  if (!text) return otherwise;
  integration::detail::JsonReader reader(integration::UnknownMembers::ignored);
  reader.read(Json(*text), otherwise);
  if (!reader.issues.empty())
    throw Failure(Code::invalidArgument, std::string(name) + " " + reader.issues.front().message,
                  {{name, "invalid", reader.issues.front().message}});
  return otherwise;
}

std::optional<std::string> readDate(const RequestContext& request, const char* name) {
  auto text = request.query(name);
  if (text && !integration::parseDate(*text))
    throw Failure(Code::invalidArgument, std::string(name) + " must be a date such as 2026-11-23",
                  {{name, "invalid", "must be a date such as 2026-11-23"}});
  return text;
}

enum class Order { asc, desc };
BOOST_DESCRIBE_ENUM(Order, asc, desc)

constexpr const char* kNewHiresList = "new-hires";

// A cursor is the place of the last hire that was given, so that it holds across all connections.
std::optional<ListPosition> placeOf(const RequestContext& request) {
  const auto cursor = cursorOf(request, kNewHiresList);
  if (!cursor) return std::nullopt;
  try {
    return integration::fromJsonText<ListPosition>(*cursor, "cursor");
  } catch (const Failure&) {
    throw Failure(Code::invalidArgument, "cursor is not one that this list has given",
                  {{"cursor", "invalid", "give back nextCursor as it was"}});
  }
}

// Where the list of one connection goes on behind a place of the whole list. Hires of one sort value are
// ordered by connection, then by id.
std::optional<ListPosition> placeIn(const std::string& connectionId,
                                    const std::optional<ListPosition>& place) {
  if (!place) return std::nullopt;
  const std::size_t dash = place->id.find('-');
  const std::string placeConnection = place->id.substr(0, dash);
  if (connectionId == placeConnection) return ListPosition{place->value, place->id.substr(dash + 1)};
  constexpr char kBehindAllIds[] = "\x7f";
  return ListPosition{place->value, connectionId < placeConnection ? kBehindAllIds : ""};
}

std::string listId(const LiveConnection& connection, const std::string& hireId) {
  return hireListId(connection.key().connection, hireId);
}

// Tells that the list lacks the part of this connection.
Json missingPart(const LiveConnection& connection, const std::string& reason) {
  return {{"connectionId", connection.key().connection},
          {"connectionName", connection.connection().name},
          {"integration", connection.connection().integration},
          {"reason", reason}};
}

// By name, those without one last.
Json departmentsOf(const std::map<std::string, std::uint64_t>& counts) {
  Json departments = Json::array();
  for (const auto& [name, count] : counts)
    if (!name.empty()) departments.push_back({{"name", name}, {"count", count}});
  if (const auto blank = counts.find(""); blank != counts.end())
    departments.push_back({{"name", ""}, {"count", blank->second}});
  return departments;
}

}  // namespace

WebResponse NewHiresApi::list(const RequestContext& request) {
  ListQuery query;
  query.state = readEnum(request, "state", integration::HireState::staged);
  query.sort = readEnum(request, "sort", HireSort::importedAt);
  query.descending = readEnum(request, "order",
                              query.sort == HireSort::importedAt ? Order::desc : Order::asc) == Order::desc;
  query.department = request.query("department");
  query.q = request.query("q");
  query.startsFrom = readDate(request, "startsFrom");
  query.startsUntil = readDate(request, "startsUntil");
  query.limit = request.skip() + request.limit() + 1;  // one more: is there a next page
  const std::optional<ListPosition> place = placeOf(request);

  std::uint64_t total = 0;
  std::map<std::string, std::uint64_t> departments;
  std::vector<Listed> hires;
  Json incomplete = Json::array();
  const auto connections = hub_.of(request.company());
  auto results = hub_.asks().ask<ListPage>(connections, "list_staged", ConnectionHub::kAnswerWithin,
                                           [query, place](LiveConnection& connection, std::size_t) {
                                             ListQuery partQuery = query;
                                             partQuery.after = placeIn(connection.key().connection, place);
                                             return connection.list(partQuery);
                                           });
  for (std::size_t i = 0; i < connections.size(); ++i) {
    const auto& connection = connections[i];
    if (!results[i].answer) {
      tellFailure(platform_, *connection, "list_staged", results[i].outcome.reason);
      incomplete.push_back(missingPart(*connection, results[i].outcome.reason));
      continue;
    }
    ListPage& page = *results[i].answer;
    total += page.total;
    for (const auto& [name, count] : page.departments) departments[name] += count;
    for (NewHire& hire : page.data) {
      const std::string value = sortValue(hire, query.sort);
      hires.push_back({value, orderKey(value, query.sort), connection.get(), std::move(hire)});
    }
  }
  std::sort(hires.begin(), hires.end(), [&](const Listed& a, const Listed& b) {
    if (a.orderKey != b.orderKey) return query.descending ? a.orderKey > b.orderKey : a.orderKey < b.orderKey;
    return listId(*a.connection, a.hire.id) < listId(*b.connection, b.hire.id);
  });

  Json data = Json::array();
  std::optional<std::string> nextCursor;
  const std::size_t end = std::min<std::size_t>(request.skip() + request.limit(), hires.size());
  for (std::size_t i = request.skip(); i < end; ++i)
    data.push_back(hireView(*hires[i].connection, hires[i].hire));
  if (end < hires.size() && end > 0)
    nextCursor = encodeCursor(
        kNewHiresList,
        integration::toJsonText(ListPosition{hires[end - 1].sortValue,
                                             listId(*hires[end - 1].connection, hires[end - 1].hire.id)}));
  Json more = {{"departments", departmentsOf(departments)}};
  if (!incomplete.empty()) more["incomplete"] = std::move(incomplete);
  return collectionPage(request, total, std::move(data), nextCursor, more);
}

}  // namespace host_stub
