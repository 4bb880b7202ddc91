// Reads everything that Ashby says of hires, several of them in flight together.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "ashby/client.hpp"
#include "ashby/mapping/hire_mapping.hpp"

namespace ashby {

struct FetchedHire {
  HireFacts facts;
  Answer error;  // the reason if the facts are not whole

  bool ok() const { return error.ok(); }
};

// The applications alone, in the order of their ids.
std::vector<FetchedHire> readApplications(Client& client, const std::vector<std::string>& ids);

// The rest of each, except what no field that is on needs. withOffers: also those that no field needs, since
// the hire moment does. What can't be read is left out and noted in the facts: only a candidate who can't be
// asked for, or an error that passes, fails it.
struct FetchRequest {
  FetchedHire* found;
  bool withOffers;
};
void readHires(Client& client, const ImportSettings& choices, const std::vector<FetchRequest>& wanted);

// The offers that an application has.
Answer readOffers(Client& client, const std::string& applicationId, std::vector<Offer>& offers);

}  // namespace ashby
