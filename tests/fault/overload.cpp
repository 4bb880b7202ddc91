#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <set>
#include <thread>

#include "deliverer.hpp"
#include "torture.hpp"

namespace fault {
namespace {

using host_stub_test::Connected;
using std::chrono::steady_clock;

constexpr int kApplications = 2000, kSenders = 256, kMeasuredSeconds = 5;
constexpr double kFlat = 1.1;  // limit of the peak in the last quarter, relative to the second

constexpr std::chrono::seconds kPatience{1};

struct Offered {
  // givenUp: no sender was free within kPatience.
  std::atomic<std::uint64_t> taken{0}, refused{0}, unanswered{0}, otherwise{0}, givenUp{0};

  std::uint64_t all() const { return taken + refused + unanswered + otherwise + givenUp; }
};

double residentMb(int pid) {
  std::ifstream in("/proc/" + std::to_string(pid) + "/statm");
  double whole = 0, resident = 0;
  in >> whole >> resident;
  return resident * 4096 / 1e6;
}

// Lets all senders deliver for `time`. `perSecond` deliveries fall due; 0: each sender sends as fast as it
// gets answers.
void offer(const Connected& connected, const std::vector<std::string>& bodies, double perSecond,
           std::chrono::seconds time, Offered& offered) {
  const auto begin = steady_clock::now();
  const auto dueTime = [&](std::uint64_t number) {
    if (perSecond == 0) return steady_clock::now();
    const std::chrono::duration<double> after(static_cast<double>(number) / perSecond);
    return begin + std::chrono::duration_cast<steady_clock::duration>(after);
  };
  std::atomic<std::uint64_t> next{0};
  std::vector<std::thread> senders;
  for (int i = 0; i < kSenders; ++i)
    senders.emplace_back([&] {
      Deliverer deliverer(connected);
      while (true) {
        const std::uint64_t number = next++;
        const auto due = dueTime(number);
        if (due >= begin + time) return;
        if (steady_clock::now() > due + kPatience) {
          ++offered.givenUp;
          continue;
        }
        std::this_thread::sleep_until(due);
        const int status = deliverer.deliver(bodies[number % bodies.size()]);
        ++(status == 200   ? offered.taken
           : status == 503 ? offered.refused
           : status == 0   ? offered.unanswered
                           : offered.otherwise);
      }
    });
  for (std::thread& sender : senders) sender.join();
}

// Returns the peak of the memory (MB) in the n-th quarter of the time, from 0 on.
double peak(const std::vector<double>& memory, std::size_t n) {
  const auto size = static_cast<std::ptrdiff_t>(memory.size() / 4);
  const auto from = memory.begin() + size * static_cast<std::ptrdiff_t>(n);
  return *std::max_element(from, from + size);
}

}  // namespace

bool overload(int seconds) {
  // The host has one core, and the senders have all.
  Connected connected({"taskset", "-c", "0"});
  connected.ashby("PATCH", "/_control/settings", R"({"rateLimit":1000000})");
  std::vector<std::string> bodies;
  for (int i = 0; i < kApplications; ++i)
    bodies.push_back(hiredBody(hireSilently(connected, static_cast<std::uint64_t>(i))));

  Offered measured;
  offer(connected, bodies, 0, std::chrono::seconds(kMeasuredSeconds), measured);
  const double capacity = static_cast<double>(measured.taken) / kMeasuredSeconds;

  Offered offered;
  std::vector<double> memory;
  std::atomic<bool> done{false};
  std::thread watch([&] {
    while (!done) {
      memory.push_back(residentMb(connected.host.pid()));
      std::this_thread::sleep_for(std::chrono::milliseconds(250));
    }
  });
  offer(connected, bodies, 2 * capacity, std::chrono::seconds(seconds), offered);
  done = true;
  watch.join();

  std::size_t held = 0;
  host_stub_test::eventually(
      [&] {
        held = connected.host.call("GET", "/api/new-hires?$limit=1").json()["total"].get<std::size_t>();
        return held == kApplications;
      },
      std::chrono::minutes(3));
  const auto count = [](std::uint64_t number) { return static_cast<unsigned long long>(number); };
  std::printf(
      "%d s of overload: the host takes %.0f deliveries a second on one core and was offered %.0f: %llu were "
      "taken, %llu got 503, %llu no answer, %llu another, %llu were given up after waiting for a second; "
      "memory "
      "%.1f MB in the second quarter, %.1f MB in the last; %zu of %d hires came\n",
      seconds, capacity, static_cast<double>(offered.all()) / seconds, count(offered.taken),
      count(offered.refused), count(offered.unanswered), count(offered.otherwise), count(offered.givenUp),
      peak(memory, 1), peak(memory, 3), held, kApplications);
  return offered.otherwise == 0 && peak(memory, 3) <= kFlat * peak(memory, 1) && held == kApplications;
}

}  // namespace fault
