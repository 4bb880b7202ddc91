// Tests the host as a service: signals, key files, the environment and the folder from the service manager.
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <sstream>

#include "acme/acme_host.hpp"
#include "secrets/key_file_access.hpp"
#include "storage/network_file_system.hpp"

namespace host_stub_test {
namespace {

using host_stub::FileAccess;
using testing::HasSubstr;
using testing::Not;

TEST(SignalHandling, ThatAsksForAReloadEndsNothing) {
  Host host({ACME, {}});
  for (const int signal : {SIGHUP, SIGUSR1, SIGUSR2, SIGALRM, SIGHUP}) {
    ::kill(host.pid(), signal);
    EXPECT_EQ(host.call("GET", "/readyz").status, 200) << strsignal(signal);
  }
  EXPECT_TRUE(eventually([&] { return host.log().find("SIGHUP changes nothing") != std::string::npos; }));
  EXPECT_EQ(host.stop(), 0);
}

TEST(ProxyVariable, IsNamedAtTheStartWithoutItsValue) {
  for (const char* name : {"HTTPS_PROXY", "https_proxy", "ALL_PROXY"}) {
    Host host({ACME, {}, {"/usr/bin/env", std::string(name) + "=http://ann:secret-4711@127.0.0.1:3128"}});
    EXPECT_TRUE(
        eventually([&] { return host.log().find(std::string(name) + " is ignored") != std::string::npos; }));
    EXPECT_THAT(host.log(), Not(HasSubstr("4711")));
  }
}

TEST(Program, OpensAsManyFilesAsItMay) {
  Host host({ACME, {}, {"/bin/sh", "-c", "ulimit -Sn 64; exec \"$0\" \"$@\""}});
  std::ifstream limits("/proc/" + std::to_string(host.pid()) + "/limits");
  std::string line;
  while (std::getline(limits, line) && !line.starts_with("Max open files")) continue;
  std::istringstream numbers(line.substr(std::string("Max open files").size()));
  std::string soft, hard;
  numbers >> soft >> hard;
  EXPECT_EQ(soft, hard);
  EXPECT_NE(soft, "64");
}

TEST(Program, ExplainsItselfIfItIsAsked) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"--help"}, {"help"}, {"-h"}, {"serve", "--help"}}) {
    std::vector<std::string> all = {HOST_STUB};
    all.insert(all.end(), words.begin(), words.end());
    const Ended ended = runProgram(all);
    EXPECT_EQ(ended.status, 0) << words.front();
    EXPECT_THAT(ended.out, HasSubstr("--trusted-proxy ADDRESS"));
  }
  EXPECT_THAT(runProgram({HOST_STUB, "user", "add", "--help"}).out, HasSubstr("--role"));
  EXPECT_THAT(runProgram({HOST_STUB, "--version"}).out, testing::StartsWith("host_stub"));
  EXPECT_EQ(runProgram({HOST_STUB}).status, 2);
}

TEST(Program, NamesTheArgumentThatItDoesNotKnow) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"--frob"},
        {"frob"},
        {"serve", "--plugins", ACME, "--data", "/nowhere", "--frob", "x"},
        {"user", "list", "--data", "/nowhere", "--frob=x"}}) {
    std::vector<std::string> all = {HOST_STUB};
    all.insert(all.end(), words.begin(), words.end());
    const Ended ended = runProgram(all);
    EXPECT_EQ(ended.status, 2) << testing::PrintToString(words);
    EXPECT_THAT(ended.err,
                testing::AllOf(testing::StartsWith("host_stub: unknown argument"), HasSubstr("frob")));
    EXPECT_EQ(ended.err.find('\n'), ended.err.size() - 1) << ended.err;
  }
}

// Nobody can make a folder in /proc, so a host that accepted the value would end with another status.
TEST(Program, RefusesAValueThatAnOptionDoesNotTake) {
  for (const auto& [option, value] :
       std::vector<std::pair<std::string, std::string>>{{"--workers", "0"},
                                                        {"--workers", "65"},
                                                        {"--workers", "four"},
                                                        {"--mail-from", "hr@example.org"},
                                                        {"--smtp", "127.0.0.1:25"},
                                                        {"--trusted-proxy", "proxy"},
                                                        {"--key-file", ""}}) {
    const Ended ended = runProgram({HOST_STUB, "serve", "--plugins", ACME, "--data", "/proc/nowhere",
                                    "--listen", "127.0.0.1:0", option, value});
    EXPECT_EQ(ended.status, 2) << option << " " << value;
    EXPECT_THAT(ended.err, HasSubstr(option)) << value;
  }
  EXPECT_EQ(
      runProgram({HOST_STUB, "user", "add", "--data", "/proc/nowhere", "--name", "Hal", "--role", "king"})
          .status,
      2);
  EXPECT_EQ(runProgram({HOST_STUB, "user", "list", "--data", ""}).status, 2);
}

TEST(Program, RefusesAnOptionGivenTwice) {
  const Ended ended = runProgram({HOST_STUB, "user", "list", "--data", "/nowhere", "--data", "/elsewhere"});
  EXPECT_EQ(ended.status, 2);
  EXPECT_THAT(ended.err, HasSubstr("--data"));
}

TEST(KeyFileAccess, IsJudgedByOwnerAndMode) {
  struct Case {
    FileAccess access;
    bool isTaken;
  };
  for (const auto& [access, isTaken] : std::vector<Case>{{{0600, false, false}, true},
                                                         {{0400, false, false}, true},
                                                         {{0400, true, false}, true},
                                                         {{0440, true, false}, true},
                                                         {{0640, true, false}, true},
                                                         {{0440, true, true}, true},
                                                         {{0444, true, true}, true},
                                                         {{0644, true, true}, true},
                                                         {{0440, false, false}, false},
                                                         {{0640, false, true}, false},
                                                         {{0444, true, false}, false},
                                                         {{0444, false, true}, false},
                                                         {{0604, true, false}, false},
                                                         {{0460, true, false}, false},
                                                         {{0620, false, false}, false},
                                                         {{0666, true, true}, false}})
    EXPECT_EQ(!host_stub::problemOfKeyFile(access), isTaken)
        << std::oct << access.mode << " root " << access.ownedByRoot << " handed out " << access.isHandedOut;
}

// A host that is started with a key file of this mode.
class KeyFile : public testing::Test {
 protected:
  std::optional<int> startWith(mode_t mode) {
    if (host_.pid() != 0) host_.stop();  // 0 if the last start was refused
    const std::string file = (host_.data().parent_path() / "key").string();
    unlink(file.c_str());
    std::filesystem::copy_file(host_.data() / "sealing.key", file);
    EXPECT_EQ(chmod(file.c_str(), mode), 0);
    host_.options().more = {"--key-file", file};
    return host_.startOrEnd();
  }

  Host host_{HostOptions{ACME, {}}};
};

TEST_F(KeyFile, OfRootMayBeReadByItsGroup) {
  if (geteuid() != 0) GTEST_SKIP() << "needs root";
  for (const mode_t mode : {0400U, 0440U, 0640U})
    EXPECT_EQ(startWith(mode), std::nullopt) << std::oct << mode;
}

TEST_F(KeyFile, ThatOthersMayReadIsRefusedWithTheWaysOut) {
  EXPECT_EQ(startWith(0604), 1);
  EXPECT_THAT(host_.log(), HasSubstr("chmod 600"));
  EXPECT_THAT(host_.log(), HasSubstr("HOST_STUB_KEY"));
}

TEST(OlderDataFolder, OfAnotherMachineIsKnown) {
  for (const long kind : {0x6969L, 0x517bL, 0xff534d42L, 0xfe534d42L, 0x65735546L})
    EXPECT_TRUE(host_stub::networkFileSystem(kind)) << std::hex << kind;
  for (const long kind : {0xef53L, 0x58465342L, 0x9123683eL, 0x01021994L, 0x794c7630L})
    EXPECT_FALSE(host_stub::networkFileSystem(kind)) << std::hex << kind;
  EXPECT_EQ(host_stub::networkFileSystemOf("/proc/no/such/folder"), std::nullopt);
}

}  // namespace
}  // namespace host_stub_test
