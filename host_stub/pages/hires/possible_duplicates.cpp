#include "pages/hires/possible_duplicates.hpp"

#include <algorithm>

#include "pages/format.hpp"
#include "pages/hires/review_form.hpp"

namespace host_stub {

using integration::Json;

namespace {

std::vector<Other> named(const Json& hire) {
  std::vector<Other> others;
  for (const Json& one : hire.value("possibleDuplicates", Json::array())) {
    const std::string person = textOf(one, "personId");
    const std::string id = person.empty() ? textOf(one, "hireId") : person;
    if (id.empty()) continue;
    const auto known = std::find_if(others.begin(), others.end(), [&](const Other& o) { return o.id == id; });
    if (known == others.end())
      others.push_back({id, "", person.empty(), nullptr, nullptr, textOf(one, "message")});
    else
      known->reasons += ". " + textOf(one, "message");
  }
  return others;
}

bool read(const PageRequest& request, Other& other) try {
  const Json found =
      request.api.get((other.isHire ? "/api/new-hires/" : "/api/people/") + urlEncoded(other.id));
  other.values = other.isHire ? valuesOf(found) : found;
  if (other.isHire) other.hire = found;
  other.name = fullName(other.values, other.isHire ? textOf(found.at("source"), "name") : other.id);
  return true;
} catch (const ApiProblem&) {
  return false;
}

}  // namespace

std::vector<Other> possibleDuplicates(const PageRequest& request, const Json& hire) {
  std::vector<Other> others = named(hire);
  std::erase_if(others, [&](Other& other) { return !read(request, other); });
  return others;
}

bool mayBeDuplicate(const Json& hire) {
  return !hire.value("possibleDuplicates", Json::array()).empty();
}

}  // namespace host_stub
