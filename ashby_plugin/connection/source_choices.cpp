#include "connection/source_choices.hpp"

#include "ashby/client.hpp"
#include "hires/settings.hpp"

namespace ashby {
namespace {

using integration::Call;
using integration::Code;
using integration::Failure;
using integration::SourceChoice;
using integration::SourceChoices;

constexpr std::size_t kMostPages = 50;

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return text;
}

SourceChoice choiceOf(const FieldDefinition& field) {
  return {field.id, field.title.value_or(""), field.objectType ? Text(lower(*field.objectType)) : Text(),
          field.fieldType};
}
SourceChoice choiceOf(const Job& job) {
  return {job.id.value_or(""), job.title.value_or(""), std::nullopt, job.employmentType};
}
template <class T>
SourceChoice choiceOf(const T& place) {
  return {place.id.value_or(""), place.name.value_or(place.externalName.value_or("")), std::nullopt,
          std::nullopt};
}

void mustBeAnswered(const Answer& answer) {
  if (answer.ok()) return;
  if (answer.trouble == Trouble::outOfTime) throw Failure(Code::deadlineExceeded, answer.message);
  const bool ours = answer.trouble == Trouble::keyRefused || answer.trouble == Trouble::missingPermission;
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
    mustBeAnswered(answer);
    for (const T& item : itemsAs<T>(answer))
      if (SourceChoice choice = choiceOf(item); !choice.id.empty()) choices.data.push_back(std::move(choice));
    mustBeAnswered(answer);
    if (!answer.moreDataAvailable || answer.nextCursor.empty() || answer.nextCursor == cursor) break;
    cursor = answer.nextCursor;
  }
  return choices;
}

}  // namespace

SourceChoices readSourceChoices(Call& call, Link& link, const integration::SourceChoicesQuery& query) {
  Client client(call, link);
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
