// Says what a change of the settings would do.
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "integration/json_values.hpp"
#include "integration/new_hire.hpp"

namespace integration {

// Source action: returns what `configure` with these settings would change in the waiting new hires. It
// changes nothing, not even the activity. It refuses what `configure` refuses, with the same error and
// issues. Throws unavailable if the source can't be asked now.
inline constexpr char kPreviewSettings[] = "integration.preview-settings/1";
struct PreviewSettings {
  RawJson settings;  // as `configure` gets them
};
BOOST_DESCRIBE_STRUCT(PreviewSettings, (), (settings))
// A field of a new hire that would change. "state" as a field: it would leave the list.
struct SettingsExample {
  std::string id, name, field;
  Text before, after;
};
BOOST_DESCRIBE_STRUCT(SettingsExample, (), (id, name, field, before, after))
struct SettingsPreview {
  std::uint64_t waiting = 0;              // new hires that wait
  std::uint64_t lookedAt = 0;             // those of them that there was time for
  std::uint64_t changes = 0;              // those looked at that would change
  std::vector<SettingsExample> examples;  // at most three, each of another new hire
};
BOOST_DESCRIBE_STRUCT(SettingsPreview, (), (waiting, lookedAt, changes, examples))

}  // namespace integration
