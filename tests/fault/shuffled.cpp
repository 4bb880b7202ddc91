#include <algorithm>
#include <chrono>
#include <cstdio>
#include <mutex>
#include <random>
#include <set>
#include <thread>

#include "deliverer.hpp"
#include "torture.hpp"

namespace fault {
namespace {

using host_stub_test::Connected;
using integration::Json;

// The plugin reads each application once a minute at most, and the last one a minute after the last delivery.
constexpr std::chrono::minutes kSettled{5};
constexpr int kThreads = 16, kTimes = 5, kWaves = 5, kEventsOfOne = 4;

// Applications, their events, and their state in the end.
class Story {
 public:
  Story(Connected& connected, int applications, std::uint64_t seed) : connected_(connected), random_(seed) {
    connected.simulator.pauseDeliveries(true);
    for (int i = 0; i < applications; ++i) {
      const std::string application = hireSilently(connected, static_cast<std::uint64_t>(i));
      ids_.push_back(application);
      hired_[application] = true;
    }
  }

  // Makes `events` events happen, first one for each application, because no delivery tells of an application
  // without an event. Returns the bodies of Ashby's webhooks.
  std::vector<std::string> happen(int events) {
    return connected_.simulator.withWorld([&](auto& world, std::int64_t now) {
      std::vector<std::string> bodies;
      for (int i = 0; i < events; ++i) {
        const std::string& application = ids_[told_ < ids_.size() ? told_++ : random_() % ids_.size()];
        bool& hired = hired_[application];
        if (random_() % 2 == 0) {
          world.recruiting.editApplication(application, Json{{"customFields", Json::array()}}, now);
        } else {
          hired ? world.recruiting.unhire(application, now) : world.recruiting.hire(application, now);
          hired = !hired;
        }
      }
      const auto& deliveries = world.outbox.deliveries();
      for (auto it = deliveries.upper_bound(lastSeen_); it != deliveries.end(); ++it) {
        lastSeen_ = it->first;
        if (it->second.action == "applicationUpdate") bodies.push_back(it->second.body);
      }
      return bodies;
    });
  }

  const std::map<std::string, bool>& hired() const { return hired_; }

 private:
  Connected& connected_;
  std::size_t told_ = 0;  // how many applications had an event
  std::mt19937_64 random_;
  std::vector<std::string> ids_;
  std::map<std::string, bool> hired_;
  std::uint64_t lastSeen_ = 0;
};

// Delivers all bodies in random order, each until it is accepted. Returns the number of refusals.
int deliverAll(const Connected& connected, std::vector<std::string> bodies, std::uint64_t seed) {
  std::shuffle(bodies.begin(), bodies.end(), std::mt19937_64(seed));
  std::atomic<std::size_t> next{0};
  std::atomic<int> refused{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i)
    threads.emplace_back([&] {
      Deliverer deliverer(connected);
      for (std::size_t mine = next++; mine < bodies.size(); mine = next++)
        while (deliverer.deliver(bodies[mine]) != 200) {
          ++refused;
          std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
    });
  for (std::thread& thread : threads) thread.join();
  return refused;
}

// Returns the host's explanation of an application, in one line.
std::string whyOf(const Connected& connected, const std::string& application) {
  return integration::dumpJson(
      connected.host.call("GET", "/api/connections/" + connected.id + "/why?q=" + application).json());
}

std::set<std::string> shown(Connected& connected) {
  std::set<std::string> applications;
  std::string cursor;
  do {
    const Json page =
        connected.host.call("GET", "/api/new-hires?$limit=250" + (cursor.empty() ? "" : "&cursor=" + cursor))
            .json();
    for (const Json& hire : page["data"])
      if (!applications.insert(hire["source"]["applicationId"].get<std::string>()).second)
        throw std::runtime_error("a hire is listed twice");
    cursor = page.value("nextCursor", Json()).is_string() ? page["nextCursor"].get<std::string>() : "";
  } while (!cursor.empty());
  return applications;
}

}  // namespace

bool shuffleDeliveries(int events, std::uint64_t seed) {
  Connected connected;
  connected.ashby("PATCH", "/_control/settings", R"({"rateLimit":1000000})");
  Story story(connected, std::max(1, events / kEventsOfOne), seed);
  int refused = 0;
  std::size_t delivered = 0, different = 0;
  for (int wave = 0; wave < kWaves; ++wave) {
    std::vector<std::string> bodies;
    for (const std::string& body : story.happen(events / kWaves)) bodies.insert(bodies.end(), kTimes, body);
    delivered += bodies.size();
    different += bodies.size() / kTimes;
    refused += deliverAll(connected, std::move(bodies), seed + static_cast<std::uint64_t>(wave));
  }
  std::set<std::string> expected;
  for (const auto& [application, hired] : story.hired())
    if (hired) expected.insert(application);
  std::set<std::string> found;
  const bool same = host_stub_test::eventually(
      [&] {
        found = shown(connected);
        return found == expected;
      },
      kSettled);
  for (const auto& [application, hired] : story.hired())
    if (hired != found.contains(application))
      std::printf("%s should%s be there: %s\n", application.c_str(), hired ? "" : " not",
                  whyOf(connected, application).c_str());
  std::printf(
      "%zu events delivered %zu times from %d threads, %d of them refused and sent again: %zu new hires, "
      "where "
      "Ashby has %zu\n",
      different, delivered, kThreads, refused, found.size(), expected.size());
  return same;
}

}  // namespace fault
