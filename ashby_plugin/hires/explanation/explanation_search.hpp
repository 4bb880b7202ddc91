// Finds the people whom "why is X not here?" asks about, among the hires that are held and in Ashby: by whole
// words of their names, in any order, whatever case and accents, or by a whole e-mail address.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ashby/client.hpp"
#include "integration/store.hpp"

namespace ashby {

class PersonQuery {
 public:
  explicit PersonQuery(std::string text);

  const std::string& text() const { return text_; }
  bool isAddress() const { return !address_.empty(); }
  // Tells whether the whole text may be an application's id.
  bool isApplication() const;

  bool fitsName(std::string_view name) const;
  bool fitsAddress(std::string_view address) const;
  // Returns the longest word of the text, as it was typed.
  std::string longestWord() const;

 private:
  std::string text_, address_;
  std::vector<std::string> words_;
};

struct FoundPerson {
  std::string name;
  std::vector<std::string> applicationIds;  // none if Ashby knows of no application
};

// Returns those of the held hires who fit, whatever state they are in; at most 20.
std::vector<FoundPerson> peopleHere(integration::Store& store, const PersonQuery& query);

struct AshbyPeople {
  Answer answer;  // not ok if Ashby couldn't be asked
  std::vector<FoundPerson> people;
};
// Asks Ashby, which finds parts of names, and returns those who fit.
AshbyPeople peopleInAshby(Client& client, const PersonQuery& query);

}  // namespace ashby
