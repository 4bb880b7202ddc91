// Tests a process that a plugin ends: its crash records, and its exit.
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <thread>

#include "support.hpp"

namespace integration {
namespace {

struct Died {
  int signal = 0;   // 0: it exited
  int status = -1;  // the exit status; -1: it didn't exit
  std::vector<CrashRecord> records;
};

class CrashRecords : public testing::Test {
 protected:
  // Loads the plugin that dies in a child process, and calls configure on a separate thread, as a host does.
  Died configured(const std::string& how) {
    const pid_t child = fork();
    if (child == 0) {
      if (!installCrashRecorder(file())) _exit(99);
      const auto instance = makeInstance("dies");
      guardExit();
      CallOptions options;
      options.trace = "t1";
      std::thread([&] { instance->configure(options, how); }).join();
      _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    Died died;
    died.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    died.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    died.records = readCrashRecords(file());
    return died;
  }
  std::filesystem::path file() const { return folder_.path() / "crashes"; }
  void expectRecord(const Died& died, const std::string& how) {
    ASSERT_EQ(died.records.size(), 1u);
    const CrashRecord& record = died.records.front();
    EXPECT_EQ(record.how, how);
    EXPECT_EQ(record.plugin, "dies");
    EXPECT_EQ(record.entry, "configure");
    EXPECT_EQ(record.connection, "c1");
    EXPECT_EQ(record.trace, "t1");
    EXPECT_GT(record.at, 0);
  }
  // Skips the test under a sanitizer, which has its own handlers.
  void SetUp() override {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "not installed under a sanitizer";
#endif
  }

  TempFolder folder_;
};

struct Way {
  std::string how, recorded;
  int signal, status;
};

class WaysToDie : public CrashRecords, public testing::WithParamInterface<Way> {};

TEST_P(WaysToDie, AreRecordedAndStayWhatTheyAre) {
  const Died died = configured(GetParam().how);
  EXPECT_EQ(died.signal, GetParam().signal);
  EXPECT_EQ(died.status, GetParam().status);
  expectRecord(died, GetParam().recorded);
}

INSTANTIATE_TEST_SUITE_P(
    Each, WaysToDie,
    testing::Values(Way{"SIGSEGV", "SIGSEGV", SIGSEGV, -1}, Way{"SIGBUS", "SIGBUS", SIGBUS, -1},
                    Way{"SIGFPE", "SIGFPE", SIGFPE, -1}, Way{"SIGILL", "SIGILL", SIGILL, -1},
                    Way{"overflow", "SIGSEGV", SIGSEGV, -1}, Way{"double free", "SIGABRT", SIGABRT, -1},
                    Way{"abort", "SIGABRT", SIGABRT, -1}, Way{"terminate", "SIGABRT", SIGABRT, -1},
                    Way{"pthread_exit", "SIGABRT", SIGABRT, -1}, Way{"exit", "exit", 0, kEndedByPlugin},
                    Way{"quick_exit", "exit", 0, kEndedByPlugin}),
    [](const auto& tested) {
      std::string name = tested.param.how;
      std::erase_if(name, [](char c) { return c == ' ' || c == '_'; });
      return name;
    });

TEST_F(CrashRecords, SayNothingOfAKill) {
  const Died died = configured("killed");
  EXPECT_EQ(died.signal, SIGKILL);
  EXPECT_TRUE(died.records.empty());
}

TEST_F(CrashRecords, SayNothingOfASignalFromAnother) {
  const Died died = configured("killed by another");
  EXPECT_EQ(died.signal, SIGSEGV);
  EXPECT_TRUE(died.records.empty());
}

TEST_F(CrashRecords, SayNothingOfASoundEnd) {
  const Died died = configured("nothing");
  EXPECT_EQ(died.status, 0);
  EXPECT_TRUE(died.records.empty());
}

TEST_F(CrashRecords, TellTheItemInHand) {
  const Died died = configured("with an item in hand");
  expectRecord(died, "SIGABRT");
  EXPECT_EQ(died.records.at(0).note, "hire-7");
}

TEST_F(CrashRecords, TellNoItemThatWasDone) {
  const Died died = configured("after an item");
  expectRecord(died, "SIGABRT");
  EXPECT_EQ(died.records.at(0).note, "");
}

TEST_F(CrashRecords, KeepThoseBesideATornLine) {
  appendCrashRecord(file(), {1, "SIGSEGV", "a", "run_work", "c1", "", "42"});
  std::ofstream(file(), std::ios::app) << R"({"at":2,"how":"SIGS)";
  appendCrashRecord(file(), {3, "allowed", "a", "", "", "", ""});
  const auto records = readCrashRecords(file());
  ASSERT_EQ(records.size(), 2u);
  EXPECT_EQ(records[0].note, "42");
  EXPECT_EQ(records[1].how, "allowed");
}

TEST_F(CrashRecords, KeepOddTextsWithinOneLine) {
  appendCrashRecord(file(), {1, "exit", "a\"b\\c\n" + std::string(500, 'x'), "", "", "", ""});
  const auto records = readCrashRecords(file());
  ASSERT_EQ(records.size(), 1u);
  EXPECT_EQ(records[0].plugin, "a_b_c_" + std::string(121, 'x'));
}

TEST_F(CrashRecords, AreNoneWithoutAFile) {
  EXPECT_TRUE(readCrashRecords(file()).empty());
}

TEST_F(CrashRecords, NameTheOuterCallAfterAnInnerOne) {
  const pid_t child = fork();
  if (child == 0) {
    if (!installCrashRecorder(file())) _exit(99);
    const CrashContext outer("a", "list_staged", "c1");
    { const CrashContext inner("b", "match", "c2"); }
    std::abort();
  }
  waitpid(child, nullptr, 0);
  const auto records = readCrashRecords(file());
  ASSERT_EQ(records.size(), 1u);
  EXPECT_EQ(records[0].plugin, "a");
}

}  // namespace
}  // namespace integration
