#include "hires/rereading/company_lists.hpp"

#include "hires/rereading/fingerprint.hpp"
#include "integration/field_catalog.hpp"

namespace ashby {

// Keyed by field name ("department"), while the host's lists have names of their own ("departments").
HostLists readLists(integration::Call& call) {
  HostLists lists;
  for (const integration::FieldInfo& field : integration::kFieldCatalog)
    if (!field.list.empty()) lists.emplace(field.name, call.lists().get(field.list));
  return lists;
}

// Names the lists one by one, since the fingerprint depends on their order.
std::string fingerprint(const HostLists& lists) {
  return fingerprint({&lists.at("department"), &lists.at("placeOfWork"), &lists.at("contractType")});
}

}  // namespace ashby
