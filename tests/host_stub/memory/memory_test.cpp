// The n-th allocation fails between a delivery's arrival and its answer, for every n: through the real web
// server, the real plugin and the real store. A delivery that was answered with 2xx is kept, one that wasn't
// is taken when it comes again, once, and the host goes on.
#include <Poco/Net/StreamSocket.h>
#include <gtest/gtest.h>
#include <openssl/hmac.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <sstream>

#include "host_stub/memory/scarce_memory.hpp"
#include "net/server/web_server.hpp"
#include "site/site.hpp"

namespace host_stub {
namespace {

using host_stub_test::ScarceMemory;

constexpr const char* kSecret = "webhookSecret";

std::string sign(const std::string& secret, const std::string& body) {
  unsigned char mac[32];
  HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
       reinterpret_cast<const unsigned char*>(body.data()), body.size(), mac, nullptr);
  std::string hex = "sha256=";
  for (const unsigned char byte : mac) {
    hex += "0123456789abcdef"[byte >> 4];
    hex += "0123456789abcdef"[byte & 15];
  }
  return hex;
}

// A host that takes deliveries and does no work, so that what was taken stays in the inbox.
class TakingHost {
 public:
  explicit TakingHost(const std::filesystem::path& data)
      : log_(said_), platform_(optionsFor(data), log_), hub_(platform_), removals_(platform_, hub_) {
    site_.serveAs("http://127.0.0.1");
    server_.start("127.0.0.1", 0);
  }

  void connect() {
    const auto live = hub_.create("main", "ashby", "Ashby");
    platform_.vault.put(live->key(), kSecret, newToken(), unixNow());
    live->enable("");
  }

  std::string signatureOf(const std::string& body) {
    const ConnectionKey key = platform_.connections.list("main").front().key;
    return sign(platform_.vault.get(key, kSecret, unixNow()).front().value, body);
  }

  // The status of the answer; 0 where the connection ends without one.
  int deliver(const std::string& body, const std::string& signature) {
    const std::string request = "POST /hooks/" + platform_.connections.list("main").front().urlToken +
                                " HTTP/1.1\r\nHost: localhost\r\nAshby-Signature: " + signature +
                                "\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) +
                                "\r\n\r\n" + body;
    Poco::Net::StreamSocket socket(Poco::Net::SocketAddress("127.0.0.1", server_.port()));
    socket.setReceiveTimeout(Poco::Timespan(10, 0));
    std::string answer;
    try {
      socket.sendBytes(request.data(), static_cast<int>(request.size()));
      char buffer[4096];
      while (const int length = socket.receiveBytes(buffer, sizeof buffer))
        answer.append(buffer, static_cast<std::size_t>(length));
    } catch (const Poco::TimeoutException&) {
      ADD_FAILURE() << "no answer within ten seconds";
    } catch (const Poco::Exception&) {
      // reset by the server
    }
    return answer.starts_with("HTTP/1.1 ") ? std::stoi(answer.substr(9)) : 0;
  }

  std::int64_t timesKept(const std::string& application) {
    return platform_.database.read([&](SqlSession& sql) {
      return std::get<0>(
          sql.query<std::int64_t>("SELECT count(*) FROM entries WHERE connection = ? AND key = ?",
                                  platform_.connections.list("main").front().key.connection,
                                  toBlob("inbox/" + application))
              .front());
    });
  }

 private:
  static PlatformOptions optionsFor(const std::filesystem::path& data) {
    PlatformOptions options;
    options.plugins = PLUGINS "/ashby";
    options.data = data;
    return options;
  }

  std::ostringstream said_;
  LogWriter log_;
  Platform platform_;
  ConnectionHub hub_;
  Removals removals_;
  Site site_{platform_, hub_, removals_, 2};
  WebServer server_{site_, platform_.metrics};
};

std::string deliveryOf(const std::string& application) {
  return R"({"action":"applicationUpdate","data":{"application":{"id":")" + application +
         R"(","status":"Hired","updatedAt":"2026-11-24T10:00:00.000Z"}}})";
}

class ADelivery : public testing::Test {
 protected:
  static void SetUpTestSuite() { ScarceMemory::install(); }

  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "memory_test.XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
    start();
    host_->connect();
  }
  void TearDown() override {
    host_.reset();
    std::filesystem::remove_all(folder_);
  }

  void start() {
    host_.reset();
    host_ = std::make_unique<TakingHost>(folder_ / "data");
  }

  // True where a delivery met the failure of its n-th allocation.
  bool deliverWithFailure(std::uint64_t n, std::uint64_t count) {
    const std::string application = "application-" + std::to_string(++number_),
                      body = deliveryOf(application), signature = host_->signatureOf(body);
    ScarceMemory::failFrom(n, count);
    const int status = host_->deliver(body, signature);
    const bool met = ScarceMemory::stopFailing() >= n;
    const std::int64_t kept = host_->timesKept(application);
    const bool taken = status >= 200 && status < 300;
    ++answers_[status];
    EXPECT_TRUE(taken ? kept == 1 : status == 0 || status >= 500) << status << ", kept " << kept << " times";
    EXPECT_EQ(host_->deliver(body, signature), 200);
    EXPECT_EQ(host_->timesKept(application), 1);
    return met;
  }

  // Of a host that serves, and of one that has just started, where far more is made for the first time.
  void sweepServing(std::uint64_t count) {
    std::uint64_t n = 1;
    while (!HasFailure() && deliverWithFailure(n, count)) ++n;
    conclude("of a delivery", howOf(count), n - 1, 1);
  }
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
      ASSERT_EQ(host_->timesKept("application-" + std::to_string(i)), 1) << "after the next start: " << i;
    if (HasFailure()) return;
    std::printf("%llu allocations %s, %s failed %s: %d answered 5xx, %d not at all, %d kept and 2xx\n",
                static_cast<unsigned long long>(allocations), what,
                step == 1 ? "each" : ("one in " + std::to_string(step)).c_str(), how,
                answers_[500] + answers_[503], answers_[0], answers_[200] - 1);
    answers_.clear();
  }

  std::filesystem::path folder_;
  std::unique_ptr<TakingHost> host_;
  int number_ = 0;
  std::map<int, int> answers_;
};

TEST_F(ADelivery, IsNotLostWhicheverAllocationFails) {
  sweepServing(1);
  sweepStarted(1);
}

TEST_F(ADelivery, IsNotLostWhenMemoryRunsOutAtAnyAllocationAndStaysOut) {
  sweepServing(UINT64_MAX);
  sweepStarted(UINT64_MAX);
}

TEST_F(ADelivery, ThatNobodySignedIsNeverTakenWhicheverAllocationFails) {
  const std::string body = deliveryOf("forged"), signature = "sha256=" + std::string(64, '0');
  std::uint64_t n = 0, allocations = 0;
  do {
    ScarceMemory::failFrom(++n, 1);
    const int status = host_->deliver(body, signature);
    allocations = ScarceMemory::stopFailing();
    ASSERT_TRUE(status == 0 || status == 401 || status >= 500) << status << " at allocation " << n;
    ASSERT_EQ(host_->timesKept("forged"), 0);
  } while (allocations >= n);
}

}  // namespace
}  // namespace host_stub
