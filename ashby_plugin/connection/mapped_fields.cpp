#include "connection/mapped_fields.hpp"

#include <algorithm>
#include <set>

#include "hires/record_codec.hpp"
#include "hires/rereading/fingerprint.hpp"

namespace ashby {
namespace {

constexpr std::int64_t kCheckEveryMs = 3600000;
constexpr std::size_t kMostListPages = 50;

// Returns the custom fields that fields which are on come from, as the settings write them, each once.
std::vector<std::string> customSources(const Choices& choices) {
  std::set<std::string> found;
  for (const auto& [field, sources] : choices.sources)
    if (choices.isOn(field))
      for (const std::string& source : sources)
        if (source.find(':') != std::string::npos) found.insert(source);
  return {found.begin(), found.end()};
}

}  // namespace

bool mappedFieldsAreDue(const Settings& settings, const MappedFieldFacts& facts, std::int64_t now) {
  const std::vector<std::string> sources = customSources(settings.chosen());
  if (sources.empty() && facts.missing.empty()) return false;
  const bool isOld = now - facts.checkedAt >= kCheckEveryMs || facts.checkedAt > now;
  return isOld || facts.sources != fingerprint({&sources});
}

void checkMappedFields(integration::Call& call, Client& client, const Settings& settings,
                       const Kept<MappedFieldFacts>& facts) {
  const std::vector<std::string> sources = customSources(settings.chosen());
  std::set<std::string> listed;
  bool isWhole = sources.empty();
  std::string cursor;
  for (std::size_t pages = 0; pages < kMostListPages && !isWhole; ++pages) {
    Question question{"customField.list", {{"limit", 100}}};
    if (!cursor.empty()) question.parameters.emplace_back("cursor", cursor);
    Answer answer = client.ask(std::move(question));
    if (!answer.ok()) break;
    for (const FieldDefinition& field : itemsAs<FieldDefinition>(answer)) listed.insert(field.id);
    if (!answer.ok()) break;
    isWhole = !answer.moreDataAvailable || answer.nextCursor.empty() || answer.nextCursor == cursor;
    cursor = answer.nextCursor;
  }
  MappedFieldFacts next = facts.value;
  next.checkedAt = client.now();
  next.sources = fingerprint({&sources});
  if (isWhole) {
    next.missing = sources;
    std::erase_if(next.missing, [&](const std::string& source) {
      return listed.contains(source.substr(source.find(':') + 1));
    });
  }
  // Aborted: it is asked for again.
  (void)call.store().commit(
      {{integration::Op::put(keys::kMappedFields, encode(next)).ifVersion(facts.entry.version)}, 0});
}

template std::string encode(const MappedFieldFacts&);
template std::optional<MappedFieldFacts> decode(const integration::Entry&);

}  // namespace ashby
