// Tests the process state that belongs to the host: a plugin's change is found, reported with the entries
// that ran, and undone.
#include <sys/stat.h>

#include <clocale>
#include <condition_variable>
#include <mutex>

#include "integration/host/process_guard.hpp"
#include "support.hpp"

namespace integration {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// Restores the process state after each test.
class ProcessTest : public testing::Test {
 protected:
  void TearDown() override { atFirst_.restore(); }

 private:
  const ProcessState atFirst_ = ProcessState::now();
};

using ProcessStateTest = ProcessTest;

class ProcessGuardTest : public ProcessTest {
 protected:
  struct Told {
    ProcessState::Difference change;
    std::vector<std::string> ran;
  };
  ProcessGuard::Tell remember() {
    return [this](const ProcessState::Difference& change, const std::vector<PluginCall>& ran) {
      const std::lock_guard lock(mutex_);
      told_.push_back({change, {}});
      for (const PluginCall& call : ran) told_.back().ran.push_back(call.plugin + " " + call.entry);
      changed_.notify_all();
    };
  }
  std::vector<Told> told() {
    const std::lock_guard lock(mutex_);
    return told_;
  }
  std::vector<Told> awaitOne() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !told_.empty(); });
    return told_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Told> told_;
};

std::vector<std::string> textsOf(const std::vector<ProcessState::Difference>& changes) {
  std::vector<std::string> texts;
  for (const auto& change : changes) texts.push_back(change.text);
  return texts;
}

TEST_F(ProcessStateTest, OfAnUntouchedProcessIsTheSame) {
  const auto before = ProcessState::now(ProcessState::Extent::whole);
  EXPECT_THAT(before.changesTo(ProcessState::now(ProcessState::Extent::whole)), IsEmpty());
}

TEST_F(ProcessStateTest, TellsWhatWasAndWhatIs) {
  umask(022);
  std::signal(SIGUSR2, SIG_DFL);
  const auto before = ProcessState::now();
  umask(0);
  std::signal(SIGUSR2, SIG_IGN);
  std::filesystem::current_path("/");
  const auto texts = textsOf(before.changesTo(ProcessState::now()));
  EXPECT_THAT(texts, SizeIs(3));
  EXPECT_THAT(texts, Contains("umask was 0022 and is 0000"));
  EXPECT_THAT(texts, Contains("handler of SIGUSR2 was default and is ignored"));
  EXPECT_THAT(texts, Contains(HasSubstr("working directory was /")));
}

TEST_F(ProcessStateTest, RestoresItself) {
  const auto before = ProcessState::now();
  umask(0);
  std::signal(SIGUSR2, SIG_IGN);
  std::setlocale(LC_ALL, "C.UTF-8");
  std::filesystem::current_path("/");
  before.restore();
  EXPECT_THAT(before.changesTo(ProcessState::now()), IsEmpty());
}

TEST_F(ProcessGuardTest, NamesTheCreateThatChangedSomething) {
  umask(022);
  const ProcessGuard guard(remember());
  const auto instance = makeInstance("changes_umask");
  const auto all = told();
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all[0].change.what, "umask");
  EXPECT_THAT(all[0].ran, Contains("changes_umask create"));
}

TEST_F(ProcessGuardTest, PutsBackWhatWasChanged) {
  const auto before = ProcessState::now();
  const ProcessGuard guard(remember());
  const auto instance = makeInstance("changes_umask");
  EXPECT_THAT(before.changesTo(ProcessState::now()), IsEmpty());
}

TEST_F(ProcessGuardTest, FindsWhatADeliveryChangedWithinASecond) {
  std::signal(SIGUSR2, SIG_DFL);
  const ProcessGuard guard(remember());
  const auto instance = makeInstance("changes_handler");
  instance->handleWebhook({}, {});
  const auto all = awaitOne();
  EXPECT_EQ(all[0].change.text, "handler of SIGUSR2 was default and is ignored");
  EXPECT_THAT(all[0].ran, Contains("changes_handler handle_webhook"));
}

TEST_F(ProcessGuardTest, TellsNothingOfASoundPlugin) {
  const ProcessGuard guard(remember());
  const auto instance = makeInstance("echo");
  instance->handleWebhook({}, {});
  EXPECT_THAT(told(), IsEmpty());
}

}  // namespace
}  // namespace integration
