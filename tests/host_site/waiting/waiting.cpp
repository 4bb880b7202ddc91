// A plugin whose lists and deliveries wait while the connection's gate exists, for at most 15 s. The gate is
// a file named by the connection's id in the folder HOST_SITE_GATES.
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>

#include "integration/plugin.hpp"

using namespace integration;

namespace {

class Waiting : public IntegrationPlugin {
 public:
  explicit Waiting(const InstanceConfig& config) : connection_(config.connectionId) {}
  static Description describe() { return {"waiting", "Waiting", "1.0.0"}; }

  void configure(Call&, std::string_view) override {}
  void enable(Call&) override {}
  void disable(Call&) override {}
  WebhookReply handleWebhook(Call&, const WebhookRequest&) override {
    waitForTheGate();
    return {};
  }
  ListPage listStaged(Call&, const ListQuery&) override {
    waitForTheGate();
    return {};
  }
  PromoteResult promote(Call&, const PromoteRequest&) override {
    throw Failure(Code::notFound, "there is no such new hire");
  }
  void discard(Call&, const DiscardRequest&) override {
    throw Failure(Code::notFound, "there is no such new hire");
  }
  ConnectionStatus status(Call&) override { return {ConnectionState::active, "Ready.", {"{}"}, {}, {}}; }
  WorkResult runWork(Call&) override { return {}; }

 private:
  void waitForTheGate() const {
    const char* const gates = std::getenv("HOST_SITE_GATES");
    if (gates == nullptr) return;
    const auto gate = std::filesystem::path(gates) / connection_;
    for (int i = 0; i < 750 && std::filesystem::exists(gate); ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }

  const std::string connection_;
};

}  // namespace

INTEGRATION_PLUGIN(Waiting)
