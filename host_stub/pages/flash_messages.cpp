#include "pages/flash_messages.hpp"

#include <map>

namespace host_stub {

std::string sentenceOf(const std::string& done) {
  static const std::map<std::string, std::string> sentences{
      {"added", "The new hire is a member now."},
      {"already-added", "The new hire was a member already: nothing was added twice."},
      {"linked", "The new hire is linked to the member."},
      {"saved", "Saved."},
      {"deleted", "The new hire is deleted."},
      {"erased", "The new hire is deleted, its data is erased."},
      {"restored", "The new hire is back."},
      {"none-selected", "Nobody was selected: tick who you mean first."},
      {"connected", "The integration is enabled."},
      {"key-saved", "The API key is saved."},
      {"disabled", "The integration is disabled. New hires that are here stay."},
      {"disconnected", "The connection is deleted."},
      {"syncing", "Looking for changes now."},
      {"rotated",
       "There is a new Secret Token. Paste it in the place of the old one, which works until then and for 24 "
       "hours more."},
      {"retrying", "It is tried again now."},
      {"catching-up", "Catching up has begun."},
      {"cancelled", "Catching up is cancelled. What it has imported stays."},
  };
  const auto found = sentences.find(done);
  return found == sentences.end() ? "" : found->second;
}

}  // namespace host_stub
