// Deliveries for Acme, and edits of its hires.
#pragma once

#include "integration/describe_json.hpp"
#include "integration/services.hpp"

namespace acme {

using namespace integration;

struct Settings {
  Text mode, apiKey;
};
BOOST_DESCRIBE_STRUCT(Settings, (), (mode, apiKey))

struct Hired {
  std::string id;  // the application's id
  HireFields fields;
  std::optional<HireState> state;  // staged if absent
  std::vector<Issue> issues;
  std::vector<FieldChange> changes;
};
BOOST_DESCRIBE_STRUCT(Hired, (), (id, fields, state, issues, changes))

struct Delivery {
  std::optional<Hired> hire;
  std::optional<Notice> notice;
};
BOOST_DESCRIBE_STRUCT(Delivery, (), (hire, notice))

inline HireFields edited(const HireFields& from, const std::map<std::string, Text>& edits,
                         const std::vector<std::string>& revert) {
  Json fields = toJson(from);
  for (const auto& [name, value] : edits)
    (name.starts_with("custom/") ? fields["custom"][name.substr(7)] : fields[name]) = toJson(value);
  for (const std::string& name : revert) fields[name] = "of the source";
  try {
    return fromJson<HireFields>(fields, "the edit", UnknownMembers::refused);
  } catch (const Failure& wrong) {
    throw Failure(Code::invalidArgument, "the edit can't be kept", wrong.error().issues);
  }
}

}  // namespace acme
