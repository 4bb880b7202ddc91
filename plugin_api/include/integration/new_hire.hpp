// A new hire as reviewers see it, and a person as the host keeps it. A member's name here is its name in
// JSON. Times are UTC, "2026-11-23T10:00:00.000Z"; dates are "2026-11-23".
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "integration/status.hpp"

namespace integration {

using Text = std::optional<std::string>;  // null if nothing is known

// The fields that can be imported, edited by a reviewer and kept of a member. Amounts are exact decimals in
// plain notation, currencies are ISO 4217. Values of department, placeOfWork and contractType are of the
// host's own lists if it has them (Lists).
struct HireFields {
  Text firstName, middleName, lastName, preferredName;
  Text personalEmail, personalPhoneNumber;
  Text jobTitle, department;
  Text employmentStartDate;
  Text salaryAmount, salaryCurrency;
  Text salaryPeriod;  // annual, monthly, weekly, daily or hourly
  Text bonusAmount, bonusCurrency, signingBonusAmount, signingBonusCurrency, equity;
  Text placeOfWork, workplaceType, contractType;
  Text managerName, managerEmail;
  Text linkedIn, twitter, github;
  std::map<std::string, Text> custom;  // the host's own fields, by name; an edit says "custom/<name>"
  bool operator==(const HireFields&) const = default;
};
BOOST_DESCRIBE_STRUCT(HireFields, (),
                      (firstName, middleName, lastName, preferredName, personalEmail, personalPhoneNumber,
                       jobTitle, department, employmentStartDate, salaryAmount, salaryCurrency, salaryPeriod,
                       bonusAmount, bonusCurrency, signingBonusAmount, signingBonusCurrency, equity,
                       placeOfWork, workplaceType, contractType, managerName, managerEmail, linkedIn, twitter,
                       github, custom))

struct NameParts {
  Text title, suffix, preferredName;
  std::string reason;
  std::vector<std::map<std::string, Text>> alternatives;
  bool operator==(const NameParts&) const = default;
};
BOOST_DESCRIBE_STRUCT(NameParts, (), (title, suffix, preferredName, reason, alternatives))

// Where a hire comes from.
struct HireSource {
  std::string system;
  std::string applicationId;
  Text candidateId, offerId;
  Text name;  // as the source writes it, in one piece
  Text profileUrl;
  bool operator==(const HireSource&) const = default;
};
BOOST_DESCRIBE_STRUCT(HireSource, (), (system, applicationId, candidateId, offerId, name, profileUrl))

// An amount of pay with all that it means nothing without (pay_units.hpp).
struct Pay {
  Text amount, currency;
  Text period;  // null if it is paid once
  bool operator==(const Pay&) const = default;
};
BOOST_DESCRIBE_STRUCT(Pay, (), (amount, currency, period))

// A value that changed at the source after a reviewer edited it: both are shown. Pay is one value.
struct FieldChange {
  std::string path;                                  // the field; for pay, the name of the pay unit
  Text source, yours;                                // for pay, texts for people
  std::optional<Pay> sourcePay = {}, yoursPay = {};  // the parts of pay
  bool operator==(const FieldChange&) const = default;
};
BOOST_DESCRIBE_STRUCT(FieldChange, (), (path, source, yours, sourcePay, yoursPay))

// A value of the source that is not on the host's list. The field stays blank until a reviewer chooses.
struct Suggestion {
  std::string path, source;
  Text value;  // the closest of the list; null if none is close
  bool operator==(const Suggestion&) const = default;
};
BOOST_DESCRIBE_STRUCT(Suggestion, (), (path, source, value))

// A file at the source, such as the signed offer letter: its link is fetched when asked for (kDocumentLink).
struct HireFile {
  std::string id, name;
  bool operator==(const HireFile&) const = default;
};
BOOST_DESCRIBE_STRUCT(HireFile, (), (id, name))

struct PossibleDuplicate {
  std::string kind;  // same_application, same_email, same_name_and_start, same_phone, ...
  Text personId, hireId, connectionId;
  std::string message;
  bool operator==(const PossibleDuplicate&) const = default;
};
BOOST_DESCRIBE_STRUCT(PossibleDuplicate, (), (kind, personId, hireId, connectionId, message))

enum class HireState { staged, promoted, discarded, withdrawn };
BOOST_DESCRIBE_ENUM(HireState, staged, promoted, discarded, withdrawn)

struct NewHire {
  std::string id;
  HireState state = HireState::staged;
  bool busy = false;    // the hire is being added as a member right now
  std::string version;  // changes with every change of the hire; given back as ifVersion
  HireFields fields;
  NameParts nameParts;
  HireSource source;
  std::vector<Issue> issues;
  std::vector<FieldChange> changes;
  std::vector<Suggestion> suggestions;
  std::vector<HireFile> files;
  std::vector<PossibleDuplicate> possibleDuplicates;
  std::string importedAt, updatedAt;
};
BOOST_DESCRIBE_STRUCT(NewHire, (),
                      (id, state, busy, version, fields, nameParts, source, issues, changes, suggestions,
                       files, possibleDuplicates, importedAt, updatedAt))

// A member of the host: flat, the hire's fields beside its own.
struct Person : HireFields {
  std::string id, source, sourceId, createdAt;
};
BOOST_DESCRIBE_STRUCT(Person, (HireFields), (id, source, sourceId, createdAt))

struct MemberCreated {
  Person person;
  bool created = false;  // false: it was there already, unchanged
};
BOOST_DESCRIBE_STRUCT(MemberCreated, (), (person, created))

struct MatchQuery {
  std::string sourceId;  // the hire's own key, left out of the answer
  HireFields fields;
  std::vector<std::string> emails;
};
BOOST_DESCRIBE_STRUCT(MatchQuery, (), (sourceId, fields, emails))

}  // namespace integration
