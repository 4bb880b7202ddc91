#include "hires/records/hire_repository.hpp"

#include <array>

#include "hires/records/matching.hpp"
#include "hires/records/source_merge.hpp"

namespace ashby {

using integration::Op;

HeldIdentity findIdentity(integration::Store& store, const std::string& applicationId) {
  HeldIdentity held{store.get(keys::application(applicationId)), std::nullopt};
  held.identity = decode<ApplicationRecord>(held.entry);
  return held;
}

std::optional<HeldHire> findHire(integration::Store& store, const std::string& hireId) {
  constexpr std::array kStates = {HireState::staged, HireState::promoted, HireState::discarded,
                                  HireState::withdrawn};
  if (hireId.empty() || hireId.size() > 64) return std::nullopt;
  std::vector<std::string> keys;
  for (const HireState state : kStates) keys.push_back(keys::hire(state, hireId));
  std::vector<integration::Entry> entries = store.get(keys);
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (auto document = decode<HireDocument>(entries[i]))
      return HeldHire{std::move(entries[i]), kStates[i], *std::move(document)};
  return std::nullopt;
}

HeldHire mustFindHire(integration::Store& store, const std::string& hireId) {
  auto held = findHire(store, hireId);
  if (!held) throw integration::Failure(integration::Code::notFound, "there is no such new hire");
  return *std::move(held);
}

void addHire(std::vector<Op>& ops, const HireDocument& document) {
  ops.push_back(Op::put(keys::hire(HireState::staged, document.id), encode(document)).ifVersion(0));
  reindex(ops, nullptr, &document);
}

void moveHire(std::vector<Op>& ops, const HeldHire& held, HireState to, const HireDocument& document) {
  if (to != held.state) {
    ops.push_back(Op::remove(held.entry.key).ifVersion(held.entry.version));
    ops.push_back(Op::put(keys::hire(to, document.id), encode(document)).ifVersion(0));
  } else {
    ops.push_back(Op::put(held.entry.key, encode(document)).ifVersion(held.entry.version));
  }
  reindex(ops, held.state == HireState::staged ? &held.document : nullptr,
          to == HireState::staged ? &document : nullptr);
}

integration::NewHire toNewHire(const HeldHire& held) {
  const HireDocument& document = held.document;
  integration::NewHire hire;
  hire.id = document.id;
  hire.state = held.state;
  hire.busy = held.busy();
  hire.version = std::to_string(held.entry.version);
  hire.fields = document.fields;
  hire.nameParts = document.nameParts;
  hire.source = document.source;
  hire.issues = shownIssues(document);
  hire.changes = changesOf(held.state, document);
  hire.suggestions = document.suggestions;
  hire.files = document.files;
  hire.importedAt = document.importedAt;
  hire.updatedAt = document.updatedAt;
  return hire;
}

}  // namespace ashby
