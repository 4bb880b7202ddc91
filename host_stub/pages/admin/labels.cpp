#include "pages/admin/labels.hpp"

#include <regex>

#include "pages/format.hpp"

namespace host_stub {

using integration::Json;

namespace {

constexpr std::array<Word, 22> kActions{{
    {"connection.create", "Created a connection"},
    {"connection.enable", "Enabled a connection, or saw its Secret Token"},
    {"connection.disable", "Disabled a connection"},
    {"connection.settings", "Changed a connection's settings"},
    {"connection.sync", "Asked for a sync"},
    {"connection.rotate-secret", "Made a new Secret Token"},
    {"connection.delete", "Disconnected"},
    {"connection.retry", "Tried an import again"},
    {"connection.catch-up", "Began a catch-up"},
    {"connection.catch-up-dry-run", "Began a dry run of a catch-up"},
    {"connection.catch-up-cancel", "Cancelled a catch-up"},
    {"new-hire.promote", "Added a new hire as a member"},
    {"new-hire.edit", "Edited a new hire"},
    {"new-hire.delete", "Deleted a new hire"},
    {"new-hire.erase", "Erased a new hire"},
    {"new-hire.restore", "Brought a new hire back"},
    {"new-hire.file", "Opened a file of a new hire"},
    {"new-hire.link", "Linked a new hire to a member"},
    {"list.change", "Changed a company list"},
    {"member-form.change", "Changed what a member needs"},
    {"notifications.settings", "Changed who is told of what"},
    {"user.add", "Added a user"},
}};

Json tag(const char* kind, const std::string& text) {
  return {{"kind", kind}, {"text", text}};
}

}  // namespace

Json connectionTag(const std::string& state) {
  if (state == "active") return tag("good", "Active");
  if (state == "waiting") return tag("warn", "Waiting for the first update");
  if (state == "incomplete") return tag("warn", "No API key yet");
  if (state == "failing") return tag("bad", "Needs attention");
  if (state == "enabling") return tag("warn", "Being enabled");
  if (state == "unavailable") return tag("bad", "Unavailable");
  return tag("", "Disabled");
}

Json outcomeTag(const std::string& outcome) {
  const bool bad = outcome == "failed" || outcome == "rejected";
  const bool warn = outcome == "retrying" || outcome == "differs" || outcome == "withdrawn";
  return tag(bad               ? "bad"
             : warn            ? "warn"
             : outcome == "ok" ? "good"
                               : "",
             inWords(kActivityOutcomes, outcome));
}

Json mailTag(const std::string& state) {
  if (state == "sent") return tag("good", "Sent");
  if (state == "failed") return tag("bad", "Could not be sent");
  return tag("warn", "Waiting to be sent");
}

std::string auditActionInWords(const std::string& action) {
  return inWords(kActions, action);
}

std::string withTimesForPeople(const std::string& text) {
  static const std::regex time(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z)");
  std::string converted;
  std::sregex_iterator found(text.begin(), text.end(), time);
  std::size_t from = 0;
  for (; found != std::sregex_iterator(); ++found) {
    const auto at = static_cast<std::size_t>(found->position());
    converted += text.substr(from, at - from) + timeForPeople(found->str());
    from = at + static_cast<std::size_t>(found->length());
  }
  return converted + text.substr(from);
}

}  // namespace host_stub
