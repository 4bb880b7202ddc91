// Custom fields that the admin has mapped and that blank every hire: Ashby's own list of fields lacks them
// (deleted, archived, or private without the key's box for these), or no new hire has had them for a while.
// The health names them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ashby/client.hpp"
#include "hires/records/settings.hpp"

namespace ashby {

// This many new hires in a row without a value say that nobody fills it in any more.
inline constexpr std::uint32_t kLackingInARow = 10;

struct MappedFieldFacts {
  std::int64_t checkedAt = 0;
  std::string sources;               // those that were looked for, in short
  std::vector<std::string> missing;  // of these, as the settings write them
  // By the field that is mapped: how many new hires in a row had no value. None: it isn't here.
  std::optional<std::map<std::string, std::uint32_t>> lacking = std::nullopt;
};
BOOST_DESCRIBE_STRUCT(MappedFieldFacts, (), (checkedAt, sources, missing, lacking))

// Returns whether the list is to be asked for: once an hour, and after a change of the sources. Never if no
// field that is on comes from a custom field.
bool mappedFieldsAreDue(const Settings& settings, const MappedFieldFacts& facts, std::int64_t now);

// Asks Ashby for its list and keeps what is missing; without an answer, or the permission for it, what was
// known stays.
void checkMappedFields(integration::Call& call, Client& client, const Settings& settings,
                       const Kept<MappedFieldFacts>& facts);

// Counts a new hire. presence: as mappedPresence tells.
void countMapped(const std::map<std::string, bool>& presence, MappedFieldFacts& facts);

// Keeps what was counted.
void keepMappedFields(integration::Call& call, const Kept<MappedFieldFacts>& facts);

// Returns the fields that the last ten new hires and more had no value for, as the settings have them now:
// "middleName (candidate:<id>)".
std::vector<std::string> lackedFields(const ImportSettings& choices, const MappedFieldFacts& facts);

}  // namespace ashby
