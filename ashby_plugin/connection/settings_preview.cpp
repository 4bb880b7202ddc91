#include "connection/settings_preview.hpp"

#include <algorithm>

#include "ashby/ashby_hire_source.hpp"
#include "connection/key_check.hpp"
#include "connection/offered_settings.hpp"
#include "fields/fields.hpp"
#include "hires/records/hire_repository.hpp"
#include "hires/records/settings.hpp"
#include "hires/records/source_merge.hpp"
#include "hires/records/value_units.hpp"
#include "hires/rereading/company_lists.hpp"

namespace ashby {
namespace {

using integration::Call;
using integration::SettingsExample;
using integration::SettingsPreview;

constexpr std::size_t kExamples = 3, kReadTogether = 10;
constexpr std::int64_t kKeptBackMs = 5000;  // of the call's time, which a batch may take
constexpr std::int64_t kCallsForOne = 4;

// The settings that are compared.
struct Change {
  ImportSettings before, after;
  HostLists lists;
};

bool onlySwitchesOff(const Change& change) {
  ImportSettings rest = change.after;
  rest.fields = change.before.fields;
  if (rest != change.before) return false;
  return std::none_of(change.before.fields.begin(), change.before.fields.end(),
                      [&](const auto& field) { return !field.second && change.after.isOn(field.first); });
}

// ImportSettings that have read whatever either of the two needs.
ImportSettings needsOfBoth(const Change& change) {
  ImportSettings both = change.after;
  std::erase_if(both.fields, [&](const auto& field) { return change.before.isOn(field.first); });
  for (const auto& [field, sources] : change.before.sources)
    both.sources[field].insert(both.sources[field].end(), sources.begin(), sources.end());
  if (!both.scope) both.scope = change.before.scope;
  if (change.before.scope && change.after.scope)
    for (const auto list : {&Scope::departments, &Scope::jobs, &Scope::locations})
      ((*both.scope).*list)
          .insert(((*both.scope).*list).end(), ((*change.before.scope).*list).begin(),
                  ((*change.before.scope).*list).end());
  return both;
}

SettingsExample exampleOf(const HireDocument& document, std::string field, Text before, Text after) {
  const integration::HireFields& shown = document.fields;
  std::string name = shown.firstName.value_or("");
  if (shown.lastName) name += (name.empty() ? "" : " ") + *shown.lastName;
  if (name.empty()) name = document.source.name.value_or("");
  return {document.id, std::move(name), std::move(field), std::move(before), std::move(after)};
}

// The first field that would be switched off; nullopt if none would.
std::optional<SettingsExample> switchedOff(const HireDocument& document, const Change& change) {
  for (const auto& [field, on] : change.after.fields) {
    if (on || !change.before.isOn(field) || document.edits.contains(field)) continue;
    if (Text value = fieldOf(document.fields, field))
      return exampleOf(document, field, std::move(value), std::nullopt);
  }
  return std::nullopt;
}

bool isOutside(const ImportSettings& choices, const SourceHire& hire) {
  return choices.scope && !hire.outsideOf(*choices.scope).empty();
}

// The first value that would change, pay as one; nullopt if none would.
std::optional<SettingsExample> changed(const HireDocument& document, const SourceHire& hire,
                                       const Change& change) {
  if (isOutside(change.after, hire) && !isOutside(change.before, hire))
    return exampleOf(document, "state", "staged", "withdrawn");
  HireDocument before = document, after = document;
  follow(before, hire.map(change.before, change.lists));
  follow(after, hire.map(change.after, change.lists));
  for (const ValueUnit& unit : unitsOf(before.fields, after.fields))
    if (!sameUnit(before.fields, after.fields, unit))
      return exampleOf(document, unit.path, unitText(before.fields, unit), unitText(after.fields, unit));
  return std::nullopt;
}

void count(SettingsPreview& preview, std::optional<SettingsExample> example) {
  ++preview.lookedAt;
  if (!example) return;
  ++preview.changes;
  if (preview.examples.size() < kExamples) preview.examples.push_back(*std::move(example));
}

// Reads some hires and compares them. Throws unavailable if Ashby doesn't answer.
void compare(HireSource& source, const std::vector<HireDocument>& documents, const Change& change,
             SettingsPreview& preview) {
  std::vector<std::string> ids;
  for (const HireDocument& document : documents) ids.push_back(document.source.applicationId);
  const std::unique_ptr<HireBatch> hires = source.readApplications(ids);
  std::vector<RestOfHire> wanted;
  for (std::size_t i = 0; i < hires->size(); ++i)
    if (hires->at(i).ok()) wanted.push_back({i, false});
  if (!wanted.empty()) hires->readRest(needsOfBoth(change), wanted);
  for (std::size_t i = 0; i < hires->size(); ++i) {
    const SourceHire& hire = hires->at(i);
    const ErrorKind kind = hire.error().kind;
    if (hire.ok())
      count(preview, changed(documents[i], hire, change));
    else if (kind != ErrorKind::refused && kind != ErrorKind::outOfTime)
      throw integration::Failure(integration::Code::unavailable,
                                 "what would change can't be told now: " + hire.error().message);
  }
}

bool hasTimeFor(Call& call, const AshbySession& session, std::size_t hires) {
  const std::int64_t now = call.clock().now();
  if (call.cancelled() || (call.deadline() != 0 && now + kKeptBackMs >= call.deadline())) return false;
  return session.pacer.readyAt(now, kCallsForOne * static_cast<std::int64_t>(hires)) <= now;
}

// All waiting hires, in batches; `look` returns false once it wants to see no more.
template <class Look>
void eachBatch(Call& call, SettingsPreview& preview, Look look) {
  integration::Range range = integration::Range::prefix(keys::hires(HireState::staged));
  range.limit = kReadTogether;
  for (bool more = true, looks = true; more;) {
    const integration::Page page = call.store().scan(range);
    more = page.more;
    if (more) range.from = page.entries.back().key + '\0';
    preview.waiting += page.entries.size();
    std::vector<HireDocument> documents;
    if (looks)
      for (const integration::Entry& entry : page.entries) documents.push_back(*decode<HireDocument>(entry));
    looks = looks && !documents.empty() && look(documents);
  }
}

}  // namespace

SettingsPreview previewSettings(Call& call, AshbySession& session,
                                const integration::PreviewSettings& request) {
  const OfferedSettings offered = readOffered(request.settings.text);
  AshbyHireSource source(call, session);
  if (offered.apiKey.present) checkKey(source.client());
  const Settings settings = load<Settings>(call.store(), keys::kSettings).value;
  const Change change{settings.chosen(), withOffered(settings.chosen(), offered), readLists(call)};
  const bool reads = change.after != change.before && !onlySwitchesOff(change);
  SettingsPreview preview;
  eachBatch(call, preview, [&](const std::vector<HireDocument>& documents) {
    if (!reads) {
      for (const HireDocument& document : documents) count(preview, switchedOff(document, change));
      return true;
    }
    if (!hasTimeFor(call, session, documents.size())) return false;
    compare(source, documents, change, preview);
    return true;
  });
  return preview;
}

}  // namespace ashby
