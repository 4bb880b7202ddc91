#include "durable.hpp"

#include <algorithm>

#include "integration/describe_json.hpp"

namespace integration::simulation {

std::vector<std::string> Durable::valid(const std::string& secret, std::int64_t now) const {
  const auto found = secrets.find(secret);
  if (found == secrets.end()) return {};
  std::vector<std::string> values = {found->second.newest};
  if (now < found->second.previousUntil) values.push_back(found->second.previous);
  return values;
}

void Durable::wake(std::int64_t at) {
  wakeAt = earlier(wakeAt, at);
  askedSince = earlier(askedSince, at);
}

std::uint64_t Durable::digest() const {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  auto mix = [&](std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    hash = (hash ^ text.size()) * 0x100000001b3ULL;
  };
  for (const Entry& entry : store.entries()) {
    mix(entry.key);
    mix(entry.value);
    mix(std::to_string(entry.version));
  }
  for (const Person& person : members.people()) mix(toJsonText(person));
  for (const auto& [name, secret] : secrets) mix(name + secret.newest + secret.previous);
  mix(std::to_string(wakeAt));
  // A process that dies while it enables leaves it interrupted.
  const bool isChanging = enablement == Enablement::enabling;
  mix(std::to_string(static_cast<int>(isChanging ? Enablement::interrupted : enablement)));
  return hash;
}

}  // namespace integration::simulation
