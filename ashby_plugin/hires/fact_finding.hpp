// Reads everything that Ashby says of hires, several of them in flight together.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "ashby/client.hpp"
#include "mapping/hire_mapping.hpp"

namespace ashby {

// trouble: why it is not whole, where it isn't.
struct Found {
  HireFacts facts;
  Answer trouble;

  bool ok() const { return trouble.ok(); }
};

// The applications alone, in the order of their ids.
std::vector<Found> readApplications(Client& client, const std::vector<std::string>& ids);

// The rest of each, except what no field that is on needs. withOffers: also those that no field needs, since
// the hire moment does. What can't be read is left out and noted in the facts: only a candidate who can't be
// asked for, or trouble that passes, fails it.
struct Wanted {
  Found* found;
  bool withOffers;
};
void readHires(Client& client, const Choices& choices, const std::vector<Wanted>& wanted);

// The offers that an application has.
Answer readOffers(Client& client, const std::string& applicationId, std::vector<Offer>& offers);

}  // namespace ashby
