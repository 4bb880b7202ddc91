// The ids that deleted connections have processed, so that the company's next connection doesn't bring them
// back.
#pragma once

#include <vector>

#include "storage/database.hpp"

namespace host_stub {

// No personal data: the source's id, and what became of it.
struct ProcessedId {
  std::string sourceId;
  std::string state;
  std::int64_t at = 0;
};

// [thread-safe]
class ProcessedIds {
 public:
  explicit ProcessedIds(Database& database) : database_(database) {}

  // All or nothing. If an id is there already, the later word counts.
  void add(const std::string& company, const std::string& integration, const std::vector<ProcessedId>& ids);
  // In the order of the ids, from the first one greater than `after`; "" begins.
  std::vector<ProcessedId> page(const std::string& company, const std::string& integration,
                                const std::string& after, std::int64_t limit);

 private:
  Database& database_;
};

}  // namespace host_stub
