// The n-th allocation fails between a delivery's arrival and its answer, for every n: through the real web
// server, the real plugin and the real store, in a process of their own. A delivery that was answered with
// 2xx is kept, and a delivery that wasn't is taken when it comes again, once. The host goes on, or ends for
// want of memory and starts again with all of it.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <map>
#include <memory>

#include "host_stub/memory/host_child.hpp"
#include "host_stub/memory/scarce_memory.hpp"

namespace host_stub_test {
namespace {

std::string deliveryOf(const std::string& application) {
  return R"({"action":"applicationUpdate","data":{"application":{"id":")" + application +
         R"(","status":"Hired","updatedAt":"2026-11-24T10:00:00.000Z"}}})";
}

class DeliveryOutOfMemory : public testing::Test {
 protected:
  static void SetUpTestSuite() { ScarceMemory::install(); }

  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "memory_test.XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
    start();
  }
  void TearDown() override {
    stop();
    std::filesystem::remove_all(folder_);
  }

  void start() {
    stop();
    host_ = std::make_unique<HostChild>(folder_ / "data");
  }
  void stop() {
    if (host_ == nullptr) return;
    const int status = host_->end();
    EXPECT_TRUE(status == 0 || status == HostChild::kOutOfMemory) << status;
  }
  // Opens the data of a host that ended for want of memory. It may do so shortly after it has answered.
  void startAgain() {
    ASSERT_EQ(host_->end(), HostChild::kOutOfMemory);
    ++ends_;
    host_ = std::make_unique<HostChild>(folder_ / "data");
  }

  std::int64_t timesKept(const std::string& application) {
    std::optional<std::int64_t> kept = host_->timesKept(application);
    if (!kept) {
      startAgain();
      kept = host_->timesKept(application);
    }
    return kept.value_or(-1);
  }
  int deliverAgain(const std::string& body, const std::string& signature) {
    const int status = host_->deliver(body, signature);
    if (status != 0) return status;
    startAgain();
    return host_->deliver(body, signature);
  }

  // Returns true if a delivery met the failure of its n-th allocation.
  bool deliverWithFailure(std::uint64_t n, std::uint64_t count) {
    const std::string application = "application-" + std::to_string(++number_),
                      body = deliveryOf(application), signature = host_->signatureOf(body);
    ScarceMemory::failFrom(n, count);
    const int status = host_->deliver(body, signature);
    const bool met = ScarceMemory::stopFailing() >= n;
    const std::int64_t kept = timesKept(application);
    const bool taken = status >= 200 && status < 300;
    ++answers_[status];
    EXPECT_TRUE(taken ? kept == 1 : status == 0 || status >= 500)
        << status << " at allocation " << n << ", kept " << kept << " times";
    EXPECT_EQ(deliverAgain(body, signature), 200);
    EXPECT_EQ(timesKept(application), 1);
    return met;
  }

  // Fails each allocation of a delivery to a host that serves.
  void sweepServing(std::uint64_t count) {
    std::uint64_t n = 1;
    while (!HasFailure() && deliverWithFailure(n, count)) ++n;
    conclude("of a delivery", howOf(count), n - 1, 1);
  }
  // Fails allocations of the first delivery to a host that has just started: far more is made then.
  void sweepStarted(std::uint64_t count) {
    const std::uint64_t step = std::getenv("EVERY_ALLOCATION") == nullptr ? 11 : 1;
    std::uint64_t n = 1;
    for (start(); !HasFailure() && deliverWithFailure(n, count); start()) n += step;
    conclude("of the first delivery after a start", howOf(count), n - 1, step);
  }
  static const char* howOf(std::uint64_t count) { return count == 1 ? "once" : "with all behind it"; }
  void conclude(const char* what, const char* how, std::uint64_t allocations, std::uint64_t step) {
    start();
    for (int i = 1; i <= number_; ++i)
      ASSERT_EQ(timesKept("application-" + std::to_string(i)), 1) << "after the next start: " << i;
    if (HasFailure()) return;
    std::printf(
        "%llu allocations %s, %s failed %s: %d answered 5xx, %d not at all, %d kept and 2xx; "
        "%d ended the host\n",
        static_cast<unsigned long long>(allocations), what,
        step == 1 ? "each" : ("one in " + std::to_string(step)).c_str(), how, answers_[500] + answers_[503],
        answers_[0], answers_[200] - 1, ends_);
    answers_.clear();
    ends_ = 0;
  }

  std::filesystem::path folder_;
  std::unique_ptr<HostChild> host_;
  int number_ = 0;
  int ends_ = 0;
  std::map<int, int> answers_;
};

TEST_F(DeliveryOutOfMemory, IsNotLostAtAnyAllocation) {
  sweepServing(1);
  sweepStarted(1);
}

TEST_F(DeliveryOutOfMemory, IsNotLostThoughMemoryStaysOut) {
  sweepServing(UINT64_MAX);
  sweepStarted(UINT64_MAX);
}

TEST_F(DeliveryOutOfMemory, UnsignedOneIsNeverTaken) {
  const std::string body = deliveryOf("forged"), signature = "sha256=" + std::string(64, '0');
  std::uint64_t n = 0, allocations = 0;
  do {
    ScarceMemory::failFrom(++n, 1);
    const int status = host_->deliver(body, signature);
    allocations = ScarceMemory::stopFailing();
    ASSERT_TRUE(status == 0 || status == 401 || status >= 500) << status << " at allocation " << n;
    ASSERT_EQ(timesKept("forged"), 0);
  } while (allocations >= n);
}

}  // namespace
}  // namespace host_stub_test
