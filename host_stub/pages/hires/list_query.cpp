#include "pages/hires/list_query.hpp"

namespace host_stub {

Parameters listQuery(const Parameters& page, const std::string& limit) {
  Parameters query;
  for (const char* name :
       {"state", "q", "department", "sort", "order", "startsFrom", "startsUntil", "cursor"})
    query.set(name, page.get(name));
  query.set("$limit", limit);
  return query;
}

std::string missingPartInWords(const integration::Json& part) {
  return "The new hires of " + textOf(part, "connectionName") + " are missing: " + textOf(part, "reason") +
         ".";
}

}  // namespace host_stub
