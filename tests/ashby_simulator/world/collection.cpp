#include "world/collection.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace ashby_simulator {

Entity& Collection::add(Json doc, Millis now) {
  const std::string id = textOf(doc, "id");
  Entity& entity = entities_[id];
  entity.doc = std::move(doc);
  entity.createdAt = now;
  entity.createdRevision = entity.revision = ++revision_;
  byCreation_[revision_] = &entity;
  byChange_[revision_] = &entity;
  return entity;
}

const Entity* Collection::find(const std::string& id) const {
  const auto found = entities_.find(id);
  return found == entities_.end() ? nullptr : &found->second;
}

const Json* Collection::findDoc(const std::string& id) const {
  const Entity* entity = find(id);
  return entity == nullptr ? nullptr : &entity->doc;
}

const Json& Collection::change(const std::string& id, Json doc, Millis now) {
  Entity& entity = entities_.at(id);
  if (doc.contains("updatedAt")) {
    const Millis before = parseIsoTime(textOf(entity.doc, "updatedAt")).value_or(0);
    doc["updatedAt"] = isoTime(std::max(now, before + 1));
  }
  entity.previous = std::exchange(entity.doc, std::move(doc));
  byChange_.erase(entity.revision);
  entity.revision = ++revision_;
  byChange_[revision_] = &entity;
  return entity.doc;
}

void Collection::remove(const std::string& id) {
  const auto found = entities_.find(id);
  if (found == entities_.end()) return;
  byCreation_.erase(found->second.createdRevision);
  byChange_.erase(found->second.revision);
  entities_.erase(found);
}

Collection::Page Collection::page(const Scan& scan) const {
  const bool byCreation = scan.since < 0;
  std::map<std::uint64_t, const Entity*> few;
  for (const std::string& id : scan.among != nullptr ? *scan.among : std::vector<std::string>()) {
    const Entity& entity = entities_.at(id);
    few[byCreation ? entity.createdRevision : entity.revision] = &entity;
  }
  const auto& order = scan.among != nullptr ? few : byCreation ? byCreation_ : byChange_;
  const std::uint64_t since = byCreation ? 0 : static_cast<std::uint64_t>(scan.since);
  Page page;
  for (auto at = order.upper_bound(std::max(scan.after, since)); at != order.end() && at->first <= scan.upTo;
       ++at) {
    if (scan.matches && !scan.matches(*at->second)) continue;
    if (page.entities.size() == scan.limit) {
      page.more = true;
      break;
    }
    page.entities.push_back(at->second);
    page.last = at->first;
  }
  return page;
}

std::size_t Collection::changedCount(std::int64_t since, std::uint64_t upTo) const {
  const auto from = byChange_.upper_bound(static_cast<std::uint64_t>(std::max<std::int64_t>(since, 0)));
  return static_cast<std::size_t>(std::distance(from, byChange_.upper_bound(upTo)));
}

std::vector<std::string> Collection::ids() const {
  std::vector<std::string> ids;
  for (const auto& [revision, entity] : byCreation_) ids.push_back(textOf(entity->doc, "id"));
  return ids;
}

}  // namespace ashby_simulator
