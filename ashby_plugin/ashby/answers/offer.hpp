// An offer, with all of its versions.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "ashby/answers/values.hpp"

namespace ashby {

struct Salary {
  Text currencyCode;
  std::optional<integration::ExactNumber> value;
};
BOOST_DESCRIBE_STRUCT(Salary, (), (currencyCode, value))

// approvalStatus: Approved, WaitingOnApprovals or Declined; null if no approval is asked for.
struct OfferVersion {
  Text startDate, createdAt;
  std::optional<Salary> salary;
  std::vector<CustomField> customFields;
  std::vector<FileHandle> fileHandles;
  Text approvalStatus = {}, openingId = {};
  LeftOut leftOut = {};
};
BOOST_DESCRIBE_STRUCT(OfferVersion, (),
                      (startDate, createdAt, salary, customFields, fileHandles, approvalStatus, openingId))

// versions: all of them, as offer.info gives them; offer.list gives the latest alone.
struct Offer {
  Text id, acceptanceStatus, offerStatus, decidedAt;
  std::optional<OfferVersion> latestVersion;
  std::vector<OfferVersion> versions = {};
  LeftOut leftOut = {};
};
BOOST_DESCRIBE_STRUCT(Offer, (), (id, acceptanceStatus, offerStatus, decidedAt, latestVersion, versions))

}  // namespace ashby
