// Finds the people whom "why is X not here?" asks about, among the hires that are held and in the source: by
// whole words of their names, in any order, whatever case and accents, or by a whole e-mail address.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hires/source/hire_source.hpp"
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
  std::vector<std::string> applicationIds;  // none if the source knows of no application
};

// Returns those of the held hires who fit, whatever state they are in; at most 20.
std::vector<FoundPerson> peopleHere(integration::Store& store, const PersonQuery& query);

struct FittingPeople {
  // Not ok if the source could not be asked.
  SourceError error;
  std::vector<FoundPerson> people;
};
// Asks the source, which may find parts of names, and returns those who fit. error: not ok if it could not be
// asked.
FittingPeople peopleInSource(HireSource& source, const PersonQuery& query);

}  // namespace ashby
