// Tests a plugin that is upgraded and removed under load, beside a sound one. A host loads plugins at its
// start only.
#include <algorithm>
#include <atomic>
#include <list>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

#include "beside.hpp"

namespace bulkheads {
namespace {

// Repeats questions to a host, each on its own thread.
class Load {
 public:
  struct Question {
    std::string method, path, body, token;
    std::atomic<int> answers{0};
    std::map<int, int> statuses;  // how often each status came; read it after end()
  };

  explicit Load(const Host& host) : host_(host), url_(host.url()) {}
  ~Load() { end(); }

  const Question& ask(const std::string& method, const std::string& path, const Json& body,
                      const std::string& token) {
    Question& question = questions_.emplace_back();
    question.method = method;
    question.path = path;
    question.body = body.is_null() ? "" : integration::dumpJson(body);
    question.token = token;
    threads_.emplace_back([this, &question] { askAgainAndAgain(question); });
    return question;
  }
  void askAt(const std::string& url) {
    const std::lock_guard lock(mutex_);
    url_ = url;
  }
  // Waits until each question has got ten more answers.
  bool isAnswered() const {
    std::vector<int> enough;
    for (const Question& question : questions_) enough.push_back(question.answers + 10);
    return host_stub_test::eventually([&] {
      auto next = enough.begin();
      return std::all_of(questions_.begin(), questions_.end(),
                         [&](const Question& question) { return question.answers >= *next++; });
    });
  }
  void end() {
    isEnding_ = true;
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
  }

 private:
  void askAgainAndAgain(Question& question) {
    while (!isEnding_) {
      try {
        const HttpAnswer answer = host_.send(question.method, url() + question.path, question.body,
                                             {{"Authorization", "Bearer " + question.token}});
        ++question.statuses[answer.status];
        ++question.answers;
      } catch (const std::exception&) {  // the host is down
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
      }
    }
  }
  std::string url() const {
    const std::lock_guard lock(mutex_);
    return url_;
  }

  const Host& host_;
  mutable std::mutex mutex_;
  std::string url_;
  std::list<Question> questions_;
  std::vector<std::thread> threads_;
  std::atomic<bool> isEnding_{false};
};

class PluginChange : public Beside, public testing::Test {
 protected:
  PluginChange() : Beside({"acks_lost"}) {}

  // Restarts the host with the plugin from `folder`; empty: without it. Returns the connection's state then.
  std::string changeTo(const std::string& folder) {
    expectToStop(0);
    if (!folder_.empty()) plugins_.remove(folder_);
    if (!folder.empty()) plugins_.add(folder);
    folder_ = folder;
    host_.start();
    load_.askAt(host_.url());
    EXPECT_TRUE(load_.isAnswered()) << host_.log();
    return ask("GET", "/api/connections/" + changed_.id).json()["state"].get<std::string>();
  }

  const Connection changed_ = connect(owner_, "acks_lost");
  std::string folder_ = "acks_lost";
  Load load_{host_};
};

TEST_F(PluginChange, DisturbsItsOwnConnectionAlone) {
  const Json hire = {{"hire", {{"id", "a1"}, {"fields", {{"firstName", "Amara"}}}}}};
  const std::vector<const Load::Question*> ofOthers = {
      &load_.ask("POST", sound_.hook, hire, ""), &load_.ask("POST", soundElsewhere_.hook, hire, ""),
      &load_.ask("GET", "/api/new-hires", {}, owner_), &load_.ask("GET", "/api/new-hires", {}, stranger_)};
  const Load::Question& ofItself = load_.ask("POST", changed_.hook, Json::object(), "");
  EXPECT_TRUE(load_.isAnswered());
  EXPECT_EQ(changeTo("upgraded"), "active");
  EXPECT_NE(ask("GET", "/api/integrations").body.find("1.1.0"), std::string::npos);
  EXPECT_EQ(changeTo("badly_upgraded"), "unavailable");
  EXPECT_EQ(changeTo("upgraded"), "active");
  EXPECT_EQ(changeTo(""), "unavailable");
  EXPECT_EQ(changeTo("acks_lost"), "active");
  load_.end();
  for (const Load::Question* question : ofOthers) {
    EXPECT_EQ(question->statuses, (std::map<int, int>{{200, question->answers.load()}}));
  }
  EXPECT_EQ(ofItself.statuses.size(), 2u);
  EXPECT_TRUE(ofItself.statuses.contains(200) && ofItself.statuses.contains(503));
}

}  // namespace
}  // namespace bulkheads
