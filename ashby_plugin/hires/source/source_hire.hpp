// A hire as the source tells it. Each source keeps its own records of the hire behind these.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "fields/host_lists.hpp"
#include "fields/import_settings.hpp"
#include "hires/source/mapped_hire.hpp"
#include "hires/source/source_error.hpp"

namespace ashby {

// The application alone, as every source has it.
struct SourceApplication {
  std::string id;
  bool isHired = false;
  // The time of the last change, as the source writes it.
  Text updatedAt;
  Text personName, jobTitle;
  // The source's words for where the application stands; status is "" if there is none.
  std::string status;
  Text stage;
};

// A hire as far as it was read. Functions that need what wasn't read go by the application alone.
class SourceHire {
 public:
  virtual ~SourceHire() = default;

  // Returns why the hire could not be read as far as was asked for.
  virtual const SourceError& error() const = 0;
  bool ok() const { return error().ok(); }
  virtual const SourceApplication& application() const = 0;

  // Returns when the person was hired, Unix ms; nullopt if the source doesn't tell.
  virtual std::optional<std::int64_t> hireMoment() const = 0;
  // Returns the latest time at which the person can have been hired, Unix ms; nullopt if unknown.
  virtual std::optional<std::int64_t> hiredAtTheLatest() const = 0;
  // Returns why the hire is outside of what is imported, in words that end a sentence; "" if it is inside.
  virtual std::string outsideOf(const Scope& scope) const = 0;

  // Returns the fields, where they come from, and what is missing or doubtful about them.
  virtual MappedHire map(const ImportSettings& choices, const HostLists& lists) const = 0;
  // Returns, of each field that is on and comes from custom fields, whether any of these has a value. Leaves
  // out a field if none has and one of their owners (a job, an agreed offer) isn't shown.
  virtual std::map<std::string, bool> mappedPresence(const ImportSettings& choices) const = 0;
  // Tells whether the offer is open: neither refused nor withdrawn.
  virtual bool hasOpenOffer(const std::string& offerId) const = 0;
  // Tells whether the field's value may come from the offer.
  virtual bool isFedByOffer(const std::string& field, const ImportSettings& choices) const = 0;
};

// The rest of a hire that is to be read. withMoment: also what tells the hire moment, though no field needs
// it.
struct RestOfHire {
  std::size_t at;
  bool withMoment;
};

// Hires that are read together. Not thread-safe.
class HireBatch {
 public:
  virtual ~HireBatch() = default;

  virtual std::size_t size() const = 0;
  virtual const SourceHire& at(std::size_t index) const = 0;
  // Reads what the enabled fields and the scope need beyond the applications, several hires in flight
  // together. Leaves out what can't be read; only a lost candidate, or an error that passes, fails a hire.
  virtual void readRest(const ImportSettings& choices, const std::vector<RestOfHire>& wanted) = 0;
};

}  // namespace ashby
