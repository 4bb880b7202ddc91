#include "load.hpp"

namespace fault {

using host_stub_test::Connected;
using integration::Json;

namespace {

struct Found {
  std::string state;
  bool busy = false;
};

// Returns all entries of a list, page by page.
std::vector<Json> readAll(Connected& connected, const std::string& list) {
  std::vector<Json> all;
  std::string cursor;
  do {
    const Json page = connected.host.call("GET", list + (cursor.empty() ? "" : "&cursor=" + cursor)).json();
    for (const Json& one : page["data"]) all.push_back(one);
    cursor = page.contains("nextCursor") ? page["nextCursor"].get<std::string>() : "";
  } while (!cursor.empty());
  return all;
}

// Returns the hires by application; several if one came twice.
std::multimap<std::string, Found> readHires(Connected& connected) {
  std::multimap<std::string, Found> hires;
  for (const std::string state : {"staged", "promoted", "discarded", "withdrawn"})
    for (const Json& hire : readAll(connected, "/api/new-hires?$limit=250&state=" + state))
      hires.emplace(hire["source"]["applicationId"].get<std::string>(),
                    Found{state, hire["busy"].get<bool>()});
  return hires;
}

bool settled(const std::multimap<std::string, Found>& hires, const Answered& answered) {
  for (const auto& [application, hire] : hires)
    if (hire.busy) return false;
  for (const std::string& application : answered.delivered)
    if (!hires.contains(application)) return false;
  return true;
}

}  // namespace

std::vector<std::string> broken(Connected& connected, const Load& load) {
  const Answered& answered = load.answered();
  std::multimap<std::string, Found> hires;
  host_stub_test::eventually(
      [&] {
        hires = readHires(connected);
        return settled(hires, answered);
      },
      std::chrono::seconds(90));
  std::multimap<std::string, std::string> members;
  for (const Json& person : readAll(connected, "/api/people?$limit=250"))
    members.emplace(person["sourceId"].get<std::string>(), person["id"].get<std::string>());

  std::vector<std::string> lines;
  const auto say = [&](const std::string& application, const std::string& what) {
    lines.push_back(application + ": " + what);
  };
  for (const std::string& application : answered.delivered)
    if (!hires.contains(application)) say(application, "acknowledged, and lost");
  for (const auto& [application, hire] : hires) {
    const std::size_t count = members.count(application);
    if (hires.count(application) > 1) say(application, "is there twice");
    if ((hire.state == "promoted") != (count == 1))
      say(application, "is " + hire.state + ", with " + std::to_string(count) + " members");
    if (answered.deleted.contains(application) && hire.state != "discarded")
      say(application, "was answered as deleted, and is " + hire.state);
  }
  for (const auto& [application, id] : answered.members) {
    const auto member = members.find(application);
    if (member == members.end() || member->second != id)
      say(application, "was answered as a member, who isn't there");
  }
  return lines;
}

}  // namespace fault
