#include "connection/source_choices.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "ashby/client.hpp"
#include "hires/records/settings.hpp"

namespace ashby {
namespace {

using integration::Call;
using integration::Code;
using integration::Failure;
using integration::SourceChoice;
using integration::SourceChoices;

constexpr std::size_t kMostPages = 50;

// Ashby's objects whose custom fields a source can name, as it calls them, with the word that a source begins
// with. An offer's fields are those of its versions. Employees, openings and whatever Ashby adds are no part
// of a hire: what belongs to them is not offered.
constexpr std::array<std::pair<std::string_view, const char*>, 5> kSourceOwners = {
    {{"candidate", "candidate"},
     {"application", "application"},
     {"offer", "offer"},
     {"offer_version", "offer"},
     {"job", "job"}}};

Text ownerOf(const FieldDefinition& field) {
  std::string type = field.objectType.value_or("");
  for (char& c : type)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  const auto owner = std::find_if(kSourceOwners.begin(), kSourceOwners.end(),
                                  [&](const auto& one) { return one.first == type; });
  return owner == kSourceOwners.end() ? Text() : Text(owner->second);
}

std::optional<SourceChoice> choiceOf(const FieldDefinition& field) {
  const Text owner = ownerOf(field);
  if (!owner) return std::nullopt;
  return SourceChoice{field.id, field.title.value_or(""), owner, field.fieldType};
}
std::optional<SourceChoice> choiceOf(const Job& job) {
  if (!job.id) return std::nullopt;
  return SourceChoice{*job.id, job.title.value_or(""), std::nullopt, job.employmentType};
}
template <class T>
std::optional<SourceChoice> choiceOf(const T& place) {
  if (!place.id) return std::nullopt;
  return SourceChoice{*place.id, place.name.value_or(place.externalName.value_or("")), std::nullopt,
                      std::nullopt};
}

void requireAnswer(const Answer& answer) {
  if (answer.ok()) return;
  if (answer.error == ErrorKind::outOfTime) throw Failure(Code::deadlineExceeded, answer.message);
  const bool ours = answer.error == ErrorKind::keyRefused || answer.error == ErrorKind::missingPermission;
  throw Failure(ours ? Code::failedPrecondition : Code::unavailable, answer.message);
}

template <class T>
SourceChoices all(Client& client, const std::string& endpoint) {
  SourceChoices choices;
  std::string cursor;
  for (std::size_t pages = 0; pages < kMostPages; ++pages) {
    Question question{endpoint, {{"limit", 100}}};
    if (!cursor.empty()) question.parameters.emplace_back("cursor", cursor);
    Answer answer = client.ask(std::move(question));
    requireAnswer(answer);
    for (const T& item : itemsAs<T>(answer))
      if (auto choice = choiceOf(item)) choices.data.push_back(*std::move(choice));
    requireAnswer(answer);
    if (!answer.moreDataAvailable || answer.nextCursor.empty() || answer.nextCursor == cursor) break;
    cursor = answer.nextCursor;
  }
  return choices;
}

}  // namespace

SourceChoices readSourceChoices(Call& call, AshbySession& session,
                                const integration::SourceChoicesQuery& query) {
  Client client(call, session);
  if (!load<Settings>(call.store(), keys::kSettings).value.complete())
    throw Failure(Code::failedPrecondition, "there is no API key yet: paste one in the settings");
  if (query.kind == "customField") return all<FieldDefinition>(client, "customField.list");
  if (query.kind == "department") return all<Department>(client, "department.list");
  if (query.kind == "location") return all<Location>(client, "location.list");
  if (query.kind == "job") return all<Job>(client, "job.list");
  throw Failure(Code::invalidArgument, "there is no such choice",
                {{"kind", "invalid", "must be customField, department, location or job"}});
}

}  // namespace ashby
