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

/// A record: the document in Ashby's answers, without the parts that views.hpp computes.
struct Entity {
  Json doc;
  Json previous;  ///< The document before its last change, which a stale read shows; null without a change.
  Millis createdAt = 0;
  std::uint64_t createdRevision = 0;
  std::uint64_t revision = 0;
};

/// The records of one kind, by creation and by change. Each change takes the next revision.
class Collection {
 public:
  /// The request for one page of a list.
  struct Scan {
    /// < 0: all records, by creation; otherwise those changed after this revision, by change.
    std::int64_t since = -1;
    /// The page shows nothing later, so that a listing ends while records go on changing.
    std::uint64_t upTo = 0;
    std::uint64_t after = 0;  ///< The page starts after this revision.
    std::size_t limit = 100;
    std::function<bool(const Entity&)> matches;
    /// Only these ids, which spares a walk through all; null: all.
    const std::vector<std::string>* among = nullptr;
  };
  struct Page {
    std::vector<const Entity*> entities;
    std::uint64_t last = 0;  ///< `after` of the next page.
    bool more = false;
  };

  /// Adds a record. The document must have an `id`.
  Entity& add(Json doc, Millis now);

  const Entity* find(const std::string& id) const;
  const Json* findDoc(const std::string& id) const;

  /// Replaces the document. If it has `updatedAt`, sets a later time, even for two changes in one
  /// millisecond. REQUIRES: the id exists.
  const Json& change(const std::string& id, Json doc, Millis now);

  /// Removes a record from all lists and increments, because Ashby reports no deletions.
  void remove(const std::string& id);

  Page page(const Scan& scan) const;

  /// Returns how many records changed in (since, upTo].
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
