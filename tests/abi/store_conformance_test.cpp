// Runs the suite of every store on the fake store, and on the fake store through the ABI.
#include "../conformance/store_suite.hpp"
#include "integration/detail/service_proxies.hpp"
#include "integration/host/host_call.hpp"
#include "integration/testing/fake_host.hpp"

namespace store_suite {
namespace {

class FakeWorld final : public StoreWorld {
 public:
  Store& store() override { return store_; }
  Store& other() override { return other_; }
  void restart() override {}  // a store in memory has no restart

 private:
  integration::test::FakeStore store_, other_;
};

// A store through both kits: the plugin's client, the tables of abi.h, the host's trampolines.
class CrossedStore {
 public:
  Store& store() { return remote_; }

 private:
  static const integration_store* table() {
    const integration_host& host = integration::pluginHost();
    return static_cast<const integration_store*>(
        host.service(&host, integration::detail::toView(INTEGRATION_STORE)));
  }

  integration::test::FakeStore fake_;
  integration::HostCall call_{integration::CallKind::runWork, {.services = {.store = &fake_}}};
  integration::detail::RemoteStore remote_{call_.get(), table()};
};

class CrossedWorld final : public StoreWorld {
 public:
  Store& store() override { return store_.store(); }
  Store& other() override { return other_.store(); }
  void restart() override {}

 private:
  CrossedStore store_, other_;
};

template <class World>
std::unique_ptr<StoreWorld> make() {
  return std::make_unique<World>();
}

INSTANTIATE_TEST_SUITE_P(Fake, StoreSuite, testing::Values(StoreMaker{"fake", make<FakeWorld>}));
INSTANTIATE_TEST_SUITE_P(ThroughTheAbi, StoreSuite,
                         testing::Values(StoreMaker{"crossed", make<CrossedWorld>}));

}  // namespace
}  // namespace store_suite
