#include <algorithm>

#include "integration/simulation/simulate.hpp"

namespace integration::simulation {
namespace {

constexpr int kMostTries = 600;

// Tries smaller and smaller runs as long as they end in the same finding.
class Shrinker {
 public:
  Shrinker(const std::shared_ptr<const PluginLibrary>& library, const Subject& subject, RunOptions options,
           std::string invariant)
      : library_(library), subject_(subject), best_(std::move(options)), invariant_(std::move(invariant)) {
    best_.keepTrace = false;
  }

  RunOptions shrink() {
    tryWith([](RunOptions& less) { less.crashes = false; });
    for (std::size_t i = 0; i < kFaultNames.size(); ++i)
      tryWith([&](RunOptions& less) { less.without.insert(static_cast<Fault>(i)); });
    if (!best_.onlyEvents) best_.onlyEvents = allEvents();
    for (std::size_t size = best_.onlyEvents->size() / 2; size > 0; size /= 2) dropChunks(size);
    return best_;
  }

 private:
  bool stillFound(const RunOptions& options) {
    if (++tries_ > kMostTries) return false;
    const RunReport report = runOnce(library_, subject_, options);
    return report.finding && report.finding->invariant == invariant_;
  }

  template <class Change>
  bool tryWith(Change change) {
    RunOptions less = best_;
    change(less);
    if (!stillFound(less)) return false;
    best_ = std::move(less);
    return true;
  }

  std::set<std::size_t> allEvents() const {
    std::set<std::size_t> all;
    for (std::size_t i = 0; i < 500; ++i) all.insert(i);
    return all;
  }

  void dropChunks(std::size_t size) {
    std::vector<std::size_t> events(best_.onlyEvents->begin(), best_.onlyEvents->end());
    for (std::size_t from = 0; from < events.size(); from += size)
      tryWith([&](RunOptions& less) {
        for (std::size_t i = from; i < std::min(from + size, events.size()); ++i)
          less.onlyEvents->erase(events[i]);
      });
  }

  const std::shared_ptr<const PluginLibrary>& library_;
  const Subject& subject_;
  RunOptions best_;
  std::string invariant_;
  int tries_ = 0;
};

}  // namespace

RunReport runOnce(std::shared_ptr<const PluginLibrary> library, const Subject& subject,
                  const RunOptions& options) {
  const std::unique_ptr<Scenario> scenario = subject.scenario({options.seed, options.given});
  SimulatedHost host(std::move(library), *scenario, options);
  return host.runOnce();
}

RunOptions shrunk(const std::shared_ptr<const PluginLibrary>& library, const Subject& subject,
                  const RunOptions& options, const Finding& finding) {
  return Shrinker(library, subject, options, finding.invariant).shrink();
}

}  // namespace integration::simulation
