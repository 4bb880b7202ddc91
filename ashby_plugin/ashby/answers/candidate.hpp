// A candidate: the person.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "ashby/answers/values.hpp"

namespace ashby {

// type: LinkedIn, GitHub, Twitter, ...
struct SocialLink {
  Text type, url;
};
BOOST_DESCRIBE_STRUCT(SocialLink, (), (type, url))

struct Candidate {
  Text id, name, profileUrl;
  std::optional<ContactInfo> primaryEmailAddress, primaryPhoneNumber;
  std::vector<ContactInfo> emailAddresses, phoneNumbers;
  std::vector<SocialLink> socialLinks;
  std::vector<CustomField> customFields;
  std::vector<std::string> applicationIds;
  LeftOut leftOut = {};
};
BOOST_DESCRIBE_STRUCT(Candidate, (),
                      (id, name, profileUrl, primaryEmailAddress, primaryPhoneNumber, emailAddresses,
                       phoneNumbers, socialLinks, customFields, applicationIds))

}  // namespace ashby
