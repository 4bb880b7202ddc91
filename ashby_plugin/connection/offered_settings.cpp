#include "connection/offered_settings.hpp"

#include "integration/describe_json.hpp"
#include "integration/time.hpp"

namespace ashby {
namespace {

using integration::Code;
using integration::Failure;

constexpr std::uint32_t kMostDaysKept = 365;
// A value of the store has 256 KiB at most, and settings gain some bytes when they are kept.
constexpr std::size_t kMostBytes = std::size_t{200} * 1024;
constexpr std::size_t kMostIssues = 100;

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
  for (integration::Issue& issue : importSettingsIssues(withOffered(ImportSettings{}, offered)))
    issues.push_back(std::move(issue));
  if (issues.empty()) return;
  if (issues.size() > kMostIssues) {
    const std::size_t further = issues.size() - kMostIssues;
    issues.resize(kMostIssues);
    issues.push_back({"", "invalid", std::to_string(further) + " further ones are wrong"});
  }
  throw Failure(Code::invalidArgument, "the settings can't be saved: see each one", issues);
}

void checkSize(std::string_view text) {
  if (text.size() <= kMostBytes) return;
  const std::string message = "the settings have " + std::to_string(text.size() / 1024) +
                              " KiB, and at most " + std::to_string(kMostBytes / 1024) +
                              " KiB are kept: leave some out";
  throw Failure(Code::invalidArgument, message, {{"", "invalid", message}});
}

}  // namespace

OfferedSettings readOffered(std::string_view text) {
  checkSize(text);
  auto offered =
      integration::fromJsonText<OfferedSettings>(text, "the settings", integration::UnknownMembers::refused);
  check(offered);
  return offered;
}

ImportSettings withOffered(ImportSettings choices, const OfferedSettings& offered) {
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
