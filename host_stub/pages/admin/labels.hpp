// Labels for the words of the API. An unknown word is shown as it is.
#pragma once

#include <array>
#include <string>

#include "integration/json.hpp"

namespace host_stub {

struct Word {
  const char* name;
  const char* words;
};
inline constexpr std::array<Word, 10> kActivityKinds{{{"webhook", "Webhook"},
                                                      {"import", "Import"},
                                                      {"promote", "Added as a member"},
                                                      {"discard", "Deleted"},
                                                      {"restore", "Brought back"},
                                                      {"reconcile", "Comparison with the source"},
                                                      {"catch-up", "Catch-up"},
                                                      {"settings", "Settings"},
                                                      {"connection", "Connection"},
                                                      {"retention", "Data erased"}}};
inline constexpr std::array<Word, 7> kActivityOutcomes{{{"ok", "Done"},
                                                        {"ignored", "Not imported"},
                                                        {"withdrawn", "No longer hired"},
                                                        {"differs", "Differs from the member"},
                                                        {"retrying", "Is tried again"},
                                                        {"failed", "Failed"},
                                                        {"rejected", "Refused"}}};
inline constexpr std::array<Word, 5> kNoticeKinds{{{"new_hire", "A new hire has arrived"},
                                                   {"import_failed", "A hire can't be imported"},
                                                   {"withdrawn", "A new hire is no longer hired"},
                                                   {"member_differs", "A member differs from the source"},
                                                   {"connection_failing", "A connection needs attention"}}};

inline constexpr std::array<Word, 4> kCompanyLists{{{"departments", "Departments"},
                                                    {"placesOfWork", "Places of work"},
                                                    {"contractTypes", "Contract types"},
                                                    {"customFields", "Custom fields"}}};

template <std::size_t n>
std::string inWords(const std::array<Word, n>& words, const std::string& name) {
  for (const Word& word : words)
    if (name == word.name) return word.words;
  return name;
}
// The options of a select.
template <std::size_t n>
integration::Json optionsOf(const std::array<Word, n>& words, const std::string& chosen) {
  integration::Json options = integration::Json::array();
  for (const Word& word : words)
    options.push_back({{"name", word.name}, {"title", word.words}, {"chosen", chosen == word.name}});
  return options;
}

// {kind, text} of a tag.
integration::Json connectionTag(const std::string& state);
integration::Json outcomeTag(const std::string& outcome);
integration::Json mailTag(const std::string& state);

std::string auditActionInWords(const std::string& action);

// With the times in it as people read them.
std::string withTimesForPeople(const std::string& text);

}  // namespace host_stub
