// Settings as an admin offers them, to be saved or only to be looked at.
#pragma once

#include <boost/describe/class.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "fields/import_settings.hpp"
#include "integration/json_values.hpp"

namespace ashby {

// Each of them as it is to be from now on; null is the default again.
struct OfferedSettings {
  integration::Patch<std::string> apiKey, importFrom;
  integration::Patch<std::map<std::string, bool>> fields;
  integration::Patch<std::map<std::string, std::vector<std::string>>> sources;
  integration::Patch<std::map<std::string, std::map<std::string, std::string>>> values;
  integration::Patch<std::string> payPeriod, phoneRegion, managerRole;
  integration::Patch<Scope> scope;
  integration::Patch<std::uint32_t> keepDiscardedDays;
};
BOOST_DESCRIBE_STRUCT(OfferedSettings, (),
                      (apiKey, importFrom, fields, sources, values, payPeriod, phoneRegion, managerRole,
                       scope, keepDiscardedDays))

// Throws invalidArgument with an issue for each setting that can't be kept. Asks nothing of Ashby.
OfferedSettings readOffered(std::string_view text);

// Returns the choices as they would be once these settings are saved.
ImportSettings withOffered(ImportSettings choices, const OfferedSettings& offered);

}  // namespace ashby
