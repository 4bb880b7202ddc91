// The ids that a connection has processed, for the next connection of the company.
#pragma once

#include <boost/describe/class.hpp>
#include <string>
#include <vector>

#include "integration/new_hire.hpp"

namespace integration {

// An id that a deleted connection leaves behind, and the company's next connection honours, without
// personal data.
struct ProcessedId {
  std::string sourceId;
  HireState state = HireState::discarded;
  std::string at;
};
BOOST_DESCRIBE_STRUCT(ProcessedId, (), (sourceId, state, at))
struct ProcessedIdPage {
  std::vector<ProcessedId> data;
  Text next;  // ask on from here; null at the end
};
BOOST_DESCRIBE_STRUCT(ProcessedIdPage, (), (data, next))

// query: page by page, before the deletion.
inline constexpr char kExportProcessedIds[] = "integration.export-processed-ids/1";
struct ExportProcessedIds {
  Text from;
};
BOOST_DESCRIBE_STRUCT(ExportProcessedIds, (), (from))

// user action: at most 100 at a time, before the first enable.
inline constexpr char kImportProcessedIds[] = "integration.import-processed-ids/1";
struct ImportProcessedIds {
  std::vector<ProcessedId> data;
};
BOOST_DESCRIBE_STRUCT(ImportProcessedIds, (), (data))

}  // namespace integration
