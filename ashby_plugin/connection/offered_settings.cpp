#include "connection/offered_settings.hpp"

#include "integration/describe_json.hpp"
#include "integration/time.hpp"

namespace ashby {
namespace {

using integration::Code;
using integration::Failure;

constexpr std::uint32_t kMostDaysKept = 365;

template <class T, class U>
void take(const integration::Patch<T>& offered, U& into) {
  if (!offered.present) return;
  if constexpr (std::is_same_v<U, std::optional<T>>)
    into = offered.value;
  else
    into = offered.value.value_or(T{});
}

void check(const OfferedSettings& offered) {
  std::vector<integration::Issue> issues;
  if (offered.apiKey.present && !offered.apiKey.value)
    issues.push_back(
        {"apiKey", "required", "a key can be replaced, not removed: disable the connection instead"});
  if (offered.importFrom.value && !integration::parseDate(*offered.importFrom.value))
    issues.push_back({"importFrom", "invalid", "write the date as YYYY-MM-DD, such as 2026-11-23"});
  if (offered.keepDiscardedDays.value && *offered.keepDiscardedDays.value > kMostDaysKept)
    issues.push_back({"keepDiscardedDays", "invalid", "at most 365 days"});
  for (integration::Issue& issue : choiceIssues(withOffered(Choices{}, offered)))
    issues.push_back(std::move(issue));
  if (!issues.empty())
    throw Failure(Code::invalidArgument, "the settings can't be saved: see each one", issues);
}

}  // namespace

OfferedSettings readOffered(std::string_view text) {
  auto offered =
      integration::fromJsonText<OfferedSettings>(text, "the settings", integration::UnknownMembers::refused);
  check(offered);
  return offered;
}

Choices withOffered(Choices choices, const OfferedSettings& offered) {
  take(offered.fields, choices.fields);
  take(offered.sources, choices.sources);
  take(offered.values, choices.values);
  take(offered.payPeriod, choices.payPeriod);
  take(offered.phoneRegion, choices.phoneRegion);
  take(offered.managerRole, choices.managerRole);
  take(offered.scope, choices.scope);
  return choices;
}

}  // namespace ashby
