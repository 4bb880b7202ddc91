#include <fstream>

#include "acme/host_process.hpp"

namespace host_stub_test {
namespace {

TEST(Program, NamesABadArgumentInOneLineAndEndsWithTwo) {
  const Ended ended =
      runProgram({HOST_STUB, "serve", "--plugins", PLUGINS, "--data", "/nowhere", "--listen", "here"});
  EXPECT_EQ(ended.status, 2);
  EXPECT_NE(ended.err.find("--listen"), std::string::npos) << ended.err;
  EXPECT_EQ(ended.err.find('\n'), ended.err.size() - 1);
  EXPECT_EQ(runProgram({HOST_STUB, "serve", "--data", "x", "--plugins", PLUGINS, "--listen", "127.0.0.1:0",
                        "--route", "https://api.ashbyhq.com=http://192.0.2.1:80"})
                .status,
            2);
}

TEST(Program, RefusesADataFolderInUseWithThree) {
  Connected connected;
  const Ended second = runProgram({HOST_STUB, "serve", "--plugins", PLUGINS, "--data",
                                   connected.host.data().string(), "--listen", "127.0.0.1:0"});
  EXPECT_EQ(second.status, 3) << second.err;
}

TEST(Program, RefusesDamagedDataWithFourAndKeepsTheFile) {
  Connected connected;
  connected.host.kill();
  const auto file = connected.host.data() / "host.db";
  std::ofstream(file, std::ios::binary | std::ios::trunc) << "this is no database";
  const Ended ended = runProgram({HOST_STUB, "serve", "--plugins", PLUGINS, "--data",
                                  connected.host.data().string(), "--listen", "127.0.0.1:0"});
  EXPECT_EQ(ended.status, 4) << ended.err;
  std::ifstream kept(file);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(kept), {}), "this is no database");
}

TEST(Program, IsHealthyWhileItServes) {
  Connected connected;
  EXPECT_EQ(connected.host.send("GET", connected.host.url() + "/healthz", "", {}).status, 200);
  EXPECT_EQ(connected.host.call("GET", "/metrics").status, 200);
}

}  // namespace
}  // namespace host_stub_test
