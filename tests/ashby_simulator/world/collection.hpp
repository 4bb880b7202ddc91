#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "world/json.hpp"

namespace ashby_simulator {

/// A record is the document that Ashby answers, less what is worked out when it is shown (views.hpp).
struct Entity {
  Json doc;
  Json previous;  ///< The document before its last change (null before the first): what a lagging read shows.
  Millis createdAt = 0;
  std::uint64_t createdRevision = 0;
  std::uint64_t revision = 0;
};

/// The records of one kind, in the order of creation and in the order of change. Every change takes the next
/// revision.
class Collection {
 public:
  /// What one page of a list is made of. `since` < 0: all records, by creation; else those changed after that
  /// revision, by change. Nothing later than `upTo` is shown, so that a listing ends while records go on
  /// changing.
  struct Scan {
    std::int64_t since = -1;
    std::uint64_t upTo = 0;
    std::uint64_t after = 0;
    std::size_t limit = 100;
    std::function<bool(const Entity&)> matches;
    const std::vector<std::string>* among = nullptr;  ///< Only these ids: spares a walk through all.
  };
  struct Page {
    std::vector<const Entity*> entities;
    std::uint64_t last = 0;  ///< `after` of the next page.
    bool more = false;
  };

  /// The document has an `id`.
  Entity& add(Json doc, Millis now);

  const Entity* find(const std::string& id) const;
  const Json* findDoc(const std::string& id) const;

  /// Replaces the document. A document with `updatedAt` gets a later one, even for two changes in one
  /// millisecond. REQUIRES: the id exists.
  const Json& change(const std::string& id, Json doc, Millis now);

  /// A removed record is in no list and in no delta: Ashby reports no deletions.
  void remove(const std::string& id);

  Page page(const Scan& scan) const;

  /// How many records changed in (since, upTo].
  std::size_t changedCount(std::int64_t since, std::uint64_t upTo) const;

  std::uint64_t revision() const { return revision_; }
  std::size_t size() const { return entities_.size(); }
  std::vector<std::string> ids() const;

 private:
  std::unordered_map<std::string, Entity> entities_;
  std::map<std::uint64_t, const Entity*> byCreation_;
  std::map<std::uint64_t, const Entity*> byChange_;
  std::uint64_t revision_ = 0;
};

}  // namespace ashby_simulator
