// Disabled means not called; while enable runs, deliveries come.
#include <atomic>
#include <chrono>
#include <future>

#include "raw_plugin.hpp"

namespace integration::check {
namespace {

// A plugin that holds something across a call to its host may never answer: this long counts as never.
constexpr std::chrono::seconds kNever{10};

constexpr char kDelivery[] = "{\"type\":\"ping\"}";

// Makes a delivery, on a thread of its own, and waits for its answer.
class Deliverer {
 public:
  explicit Deliverer(RawInstance& instance) : instance_(instance), options_(instance.options) {}
  ~Deliverer() {
    if (late_.valid()) late_.wait();
  }
  Deliverer(const Deliverer&) = delete;
  Deliverer& operator=(const Deliverer&) = delete;

  void deliver() {
    if (late_.valid()) return;
    auto delivery = std::async(std::launch::async, [this] {
      expectAnswered(instance_.callWith(options_, PluginEntry::handleWebhook, kDelivery));
    });
    if (delivery.wait_for(kNever) == std::future_status::timeout)
      late_ = std::move(delivery);
    else
      noteEnd(delivery);
  }
  // Throws Verdict if a delivery was not answered while enable waited for its host.
  void expectAllAnswered() const {
    expect(!late_.valid(),
           "a delivery is not answered until enable returns: a source that checks the URL while it is "
           "registered would wait for ever");
    expect(wrong_.empty(), wrong_);
  }

 private:
  static void expectAnswered(const Answer& answer) {
    expectToldError(answer, "handle_webhook, called while enable runs,");
    expect(answer.status != INTEGRATION_OK || answer.replies == 1,
           "handle_webhook, called while enable runs, gives " + std::to_string(answer.replies) +
               " replies instead of one");
  }
  void noteEnd(std::future<void>& delivery) {
    try {
      delivery.get();
    } catch (const std::exception& verdict) {
      wrong_ = verdict.what();
    }
  }

  RawInstance& instance_;
  const CallOptions options_;  // with the services as they are without this
  std::future<void> late_;
  std::string wrong_;
};

// Services that make a delivery before they answer.
struct DeliveringStore final : Store {
  DeliveringStore(Store& with, Deliverer& by) : store(with), deliverer(by) {}
  std::vector<Entry> get(std::span<const std::string> keys) override {
    return deliverer.deliver(), store.get(keys);
  }
  Page scan(const Range& range) override { return deliverer.deliver(), store.scan(range); }
  Committed commit(const Commit& commit) override { return deliverer.deliver(), store.commit(commit); }
  Store& store;
  Deliverer& deliverer;
};
struct DeliveringHttp final : Http {
  DeliveringHttp(Http& with, Deliverer& by) : http(with), deliverer(by) {}
  std::vector<HttpOutcome> send(std::span<const HttpRequest> requests) override {
    return deliverer.deliver(), http.send(requests);
  }
  Http& http;
  Deliverer& deliverer;
};
struct DeliveringSecrets final : Secrets {
  DeliveringSecrets(Secrets& with, Deliverer& by) : secrets(with), deliverer(by) {}
  std::vector<std::string> get(std::string_view name, bool fresh) override {
    return deliverer.deliver(), secrets.get(name, fresh);
  }
  Secrets& secrets;
  Deliverer& deliverer;
};

void deliveriesWhileEnabling(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  RawInstance instance(plugin);
  Deliverer deliverer(instance);
  DeliveringStore store(*instance.options.services.store, deliverer);
  DeliveringHttp http(*instance.options.services.http, deliverer);
  DeliveringSecrets secrets(*instance.options.services.secrets, deliverer);
  CallOptions enabling = instance.options;
  enabling.services.store = &store;
  enabling.services.http = &http;
  enabling.services.secrets = &secrets;
  expectToldError(instance.callWith(enabling, PluginEntry::enable, "{}"), "enable");
  deliverer.expectAllAnswered();
}

void disabledAsksForNoWork(const std::filesystem::path& folder) {
  const RawPlugin plugin(folder);
  RawInstance instance(plugin);
  instance.call(PluginEntry::enable, "{}");
  instance.fake.store.finished(0);
  const std::uint64_t wokenBefore = instance.fake.wake.count();
  if (instance.call(PluginEntry::disable, "{}").status != INTEGRATION_OK) return;
  expect(instance.fake.store.wakeAt() == 0 && instance.fake.wake.count() == wokenBefore,
         "disable asks for work, which no host runs while the connection is disabled: do it in disable, or "
         "leave it until run_work is called after the next enable");
}

}  // namespace

std::vector<Check> enablementChecks() {
  return {
      {"delivery-while-enabling", "A delivery that comes while enable runs is answered before enable ends.",
       deliveriesWhileEnabling},
      {"disabled-asks-for-no-work", "disable asks for no work, since a disabled connection isn't called.",
       disabledAsksForNoWork},
  };
}

}  // namespace integration::check
