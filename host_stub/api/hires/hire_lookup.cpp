#include "api/hires/hire_lookup.hpp"

#include <chrono>

#include "api/hires/hire_view.hpp"
#include "integration/time.hpp"
#include "people/hire_fields.hpp"

namespace host_stub {

using integration::Code;
using integration::Failure;
using integration::Json;
using integration::NewHire;

namespace {

constexpr auto kFurthestApart = std::chrono::days(31);

// A role that begins long before or after the employment is a slip more often than not: one of the two dates
// was moved, and the other forgotten.
std::optional<integration::Issue> datesApart(const NewHire& hire, const MemberDetails& details) {
  const auto start = integration::parseDate(hire.fields.employmentStartDate.value_or(""));
  const auto role = integration::parseDate(details.roleEffectiveDate.value_or(""));
  if (!start || !role) return std::nullopt;
  const std::chrono::days later = std::chrono::sys_days(*role) - std::chrono::sys_days(*start);
  if (std::chrono::abs(later) <= kFurthestApart) return std::nullopt;
  return integration::Issue{"roleEffectiveDate", "implausible",
                            "The role starts " + std::to_string(std::chrono::abs(later).count()) + " days " +
                                (later.count() > 0 ? "after" : "before") +
                                " the employment: check both dates"};
}

}  // namespace

FoundHire locateHire(ConnectionHub& hub, const RequestContext& request) {
  const std::string& id = request.part(0);
  const std::size_t dash = id.find('-');
  FoundHire located;
  if (dash != std::string::npos) {
    located.connection = hub.find({request.company(), id.substr(0, dash)});
    located.id = id.substr(dash + 1);
  }
  if (!located.connection) throw Failure(Code::notFound, "there is no such new hire");
  return located;
}

NewHire freshHire(const FoundHire& located, LiveConnection::Ask ask) {
  auto hire = located.connection->hire(located.id, ask);
  if (!hire) throw Failure(Code::notFound, "there is no such new hire");
  return *std::move(hire);
}

std::optional<Member> personOf(Platform& platform, const FoundHire& located, const NewHire& hire) {
  return platform.people.findBySource(located.connection->key().company,
                                      located.connection->connection().integration,
                                      hire.source.applicationId);
}

Json reviewOf(Platform& platform, const FoundHire& located, NewHire hire) {
  const ConnectionKey& key = located.connection->key();
  const auto person = personOf(platform, located, hire);
  const MemberDetails details =
      person ? person->details : platform.memberDrafts.get(key, hire.source.applicationId);
  // A plugin never learns that issues of the platform's own fields are settled.
  std::erase_if(hire.issues, [](const integration::Issue& issue) {
    MemberDetails own;
    return textOf(own, issue.path) != nullptr;
  });
  if (hire.state == integration::HireState::staged)
    if (auto issue = datesApart(hire, details)) hire.issues.push_back(*std::move(issue));
  Json view = hireView(*located.connection, std::move(hire));
  view["memberDetails"] = integration::toJson(details);
  view["personId"] = person ? Json(person->id) : Json(nullptr);
  return view;
}

}  // namespace host_stub
