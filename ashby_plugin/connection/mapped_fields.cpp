#include "connection/mapped_fields.hpp"

#include <algorithm>
#include <set>

#include "hires/records/record_json.hpp"
#include "hires/rereading/fingerprint.hpp"

namespace ashby {
namespace {

constexpr std::int64_t kCheckEveryMs = 3600000;
constexpr std::size_t kMostListPages = 50;

// Returns the custom fields that fields which are on come from, as the settings write them, each once.
std::vector<std::string> customSources(const ImportSettings& choices) {
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
  Kept<MappedFieldFacts> kept = facts;
  MappedFieldFacts& next = kept.value;
  const std::string asked = fingerprint({&sources});
  if (next.sources != asked) next.lacking.reset();  // what was counted is of other fields
  next.checkedAt = client.now();
  next.sources = asked;
  if (isWhole) {
    next.missing = sources;
    std::erase_if(next.missing, [&](const std::string& source) {
      return listed.contains(source.substr(source.find(':') + 1));
    });
  }
  keepMappedFields(call, kept);
}

void countMapped(const std::map<std::string, bool>& presence, MappedFieldFacts& facts) {
  auto lacking = facts.lacking.value_or(std::map<std::string, std::uint32_t>());
  for (const auto& [field, isThere] : presence) {
    if (isThere)
      lacking.erase(field);
    else
      lacking[field] = std::min(lacking[field] + 1, kLackingInARow);
  }
  facts.lacking = lacking.empty() ? std::nullopt : std::optional(std::move(lacking));
}

void keepMappedFields(integration::Call& call, const Kept<MappedFieldFacts>& facts) {
  // Aborted: another host has counted or asked meanwhile.
  (void)call.store().commit(
      {{integration::Op::put(keys::kMappedFields, encode(facts.value)).ifVersion(facts.entry.version)}, 0});
}

std::vector<std::string> lackedFields(const ImportSettings& choices, const MappedFieldFacts& facts) {
  std::vector<std::string> lacked;
  if (!facts.lacking) return lacked;
  for (const auto& [field, inARow] : *facts.lacking) {
    const auto mapped = choices.sources.find(field);
    if (inARow < kLackingInARow || !choices.isOn(field) || mapped == choices.sources.end()) continue;
    std::string from;
    for (const std::string& source : mapped->second)
      if (source.find(':') != std::string::npos) from += (from.empty() ? "" : ", ") + source;
    if (!from.empty()) lacked.push_back(field + " (" + from + ")");
  }
  return lacked;
}

template std::string encode(const MappedFieldFacts&);
template std::optional<MappedFieldFacts> decode(const integration::Entry&);

}  // namespace ashby
