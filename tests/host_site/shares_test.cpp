// Tests that the requests of one company or connection leave threads to all others.
#include <cstdlib>
#include <fstream>
#include <vector>

#include "site_fixture.hpp"

namespace host_stub::test {
namespace {

class Shares : public SiteFixture {
 protected:
  Shares() : SiteFixture(WAITING) {
    ::setenv("HOST_SITE_GATES", folder_.c_str(), 1);
    serve();
    for (const char* company : {"slow", "other"}) {
      tokens_[company] = newUser(Role::hr, company);
      hub_->create(company, "waiting", "Waiting", {})->enable("");
      urls_[company] = "/hooks/" + platform_->connections.list(company).front().urlToken;
    }
    gate_ = folder_ / platform_->connections.list("slow").front().key.connection;
    std::ofstream(gate_) << "closed";
  }
  ~Shares() override { open(); }
  void open() { std::filesystem::remove(gate_); }
  bool measured(const std::string& line) const {
    return platform_->metrics.render().find(line + "\n") != std::string::npos;
  }

  // Sends this many requests, which wait.
  void fill(const std::string& request, int times) {
    for (int i = 0; i < times; ++i) {
      waiting_.push_back(std::make_unique<RawClient>(client()));
      ASSERT_TRUE(waiting_.back()->send(request));
    }
  }
  std::string listOf(const std::string& company) const { return requestOf(company, "/api/new-hires"); }
  std::string peopleOf(const std::string& company) const { return requestOf(company, "/api/people"); }
  std::string requestOf(const std::string& company, const std::string& path) const {
    return get(path, "Authorization: Bearer " + tokens_.at(company) + "\r\n");
  }
  // Waits until exactly this many plugin calls run.
  bool running(std::size_t calls) const {
    return eventually([&] { return integration::callsInProgress().size() == calls; });
  }
  // Reads the answers to the waiting requests; returns how many have this status.
  int answers(int status) {
    int count = 0;
    for (const auto& one : waiting_) count += one->readAnswer().status == status ? 1 : 0;
    return count;
  }

  std::filesystem::path gate_;
  std::map<std::string, std::string> tokens_, urls_;
  std::vector<std::unique_ptr<RawClient>> waiting_;
};

TEST_F(Shares, SlowCompanyHoldsNoOther) {
  fill(listOf("slow"), 100);
  for (int i = 0; i < 10; ++i) {
    EXPECT_EQ(ask(peopleOf("other")).status, 200);
    EXPECT_EQ(ask(listOf("other")).status, 200);
    EXPECT_EQ(ask(post(urls_.at("other"), "{}")).status, 200);
    EXPECT_EQ(ask(get("/sign-in")).status, 200);
    EXPECT_EQ(ask(get("/healthz")).status, 200);
    EXPECT_EQ(ask(get("/readyz")).status, 200);
  }
  open();
  EXPECT_GE(answers(200), 16);
}

TEST_F(Shares, DeliveryBeyondItsShareIs503InTheEnd) {
  fill(post(urls_.at("slow"), "{}"), 20);
  EXPECT_TRUE(eventually([&] { return measured("http_requests_total{class=\"5xx\"} 4"); }))
      << "while 16 wait for the plugin";
  open();
  EXPECT_EQ(answers(200), 16);
}

TEST_F(Shares, SlowConnectionHoldsNoOther) {
  fill(post(urls_.at("slow"), "{}"), 100);
  EXPECT_EQ(ask(post(urls_.at("other"), "{}")).status, 200);
  EXPECT_EQ(ask(peopleOf("slow")).status, 200) << "its people are served";
  EXPECT_EQ(ask(get("/healthz")).status, 200);
  open();
  EXPECT_GE(answers(200), 16);
}

TEST_F(Shares, PeopleWaitForASlotWithoutAThread) {
  fill(post(urls_.at("slow"), "{}"), 16);
  ASSERT_TRUE(running(16)) << "all slots of the connection are taken";
  fill(requestOf("slow", "/api/new-hires/" + gate_.filename().string() + "-h1"), 100);
  EXPECT_EQ(ask(peopleOf("slow")).status, 200) << "the company's threads are free";
  open();
}

TEST_F(Shares, AnEncodedPathWaitsWithoutAThreadToo) {
  fill(post(urls_.at("slow"), "{}"), 16);
  ASSERT_TRUE(running(16));
  fill(requestOf("slow", "/api/new-hires/" + gate_.filename().string() + "%2Dh1"), 100);
  EXPECT_EQ(ask(peopleOf("slow")).status, 200);
  open();
}

TEST_F(Shares, AQuestionUsesTheSlotOfItsAsker) {
  fill(post(urls_.at("slow"), "{}"), 15);
  ASSERT_TRUE(running(15));
  const RawAnswer answer = ask(get("/api/connections/" + gate_.filename().string(),
                                   "Authorization: Bearer " + newUser(Role::admin, "slow") + "\r\n"));
  EXPECT_NE(answer.body.find("\"active\""), std::string::npos) << answer.body;
  open();
}

}  // namespace
}  // namespace host_stub::test
