#include "hires/rereading/company_lists.hpp"

#include "hires/rereading/fingerprint.hpp"

namespace ashby {

HostLists readLists(integration::Call& call) {
  return {{"department", call.lists().get("departments")},
          {"placeOfWork", call.lists().get("placesOfWork")},
          {"contractType", call.lists().get("contractTypes")}};
}

std::string fingerprint(const HostLists& lists) {
  return fingerprint({&lists.at("department"), &lists.at("placeOfWork"), &lists.at("contractType")});
}

}  // namespace ashby
