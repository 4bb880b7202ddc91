// Tests a log whose reader is slow, has stopped or is gone: nothing waits for it.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "acme/acme_host.hpp"
#include "services/log.hpp"
#include "services/queued_output.hpp"

namespace host_stub_test {
namespace {

using host_stub::LogWriter;
using host_stub::QueuedOutput;
using std::chrono::milliseconds;
using testing::HasSubstr;

// A pipe of 4 KiB with its reading end. Others can open its path for writing.
class SmallPipe {
 public:
  SmallPipe() {
    std::string name = (std::filesystem::temp_directory_path() / "log_pipe_test.XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    folder_ = name;
    mkfifo(path().c_str(), 0600);
    reader_ = open(path().c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    writer_ = open(path().c_str(), O_WRONLY | O_CLOEXEC);
    fcntl(writer_, F_SETPIPE_SZ, 4096);
    std::signal(SIGPIPE, SIG_IGN);
  }
  ~SmallPipe() {
    stopReading();
    close(writer_);
    std::filesystem::remove_all(folder_);
  }
  SmallPipe(const SmallPipe&) = delete;
  SmallPipe& operator=(const SmallPipe&) = delete;

  std::string path() const { return (folder_ / "pipe").string(); }
  int writer() const { return writer_; }
  void stopReading() {
    if (reader_ >= 0) close(reader_);
    reader_ = -1;
  }
  // Reads what the pipe holds now; returns all text so far.
  const std::string& read() {
    char buffer[4096];
    for (ssize_t size = 0; (size = ::read(reader_, buffer, sizeof buffer)) > 0;)
      text_.append(buffer, static_cast<std::size_t>(size));
    return text_;
  }
  bool holds(const std::string& text) {
    return eventually([&] { return read().find(text) != std::string::npos; });
  }

 private:
  std::filesystem::path folder_;
  int reader_ = -1, writer_ = -1;
  std::string text_;
};

std::size_t countOf(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++count;
  return count;
}

// Returns the sum of the dropped lines that the log reports.
std::size_t toldDropped(const std::string& log) {
  const std::string before = "\"lines\":\"";
  std::size_t sum = 0;
  for (std::size_t at = 0; (at = log.find(before, at)) != std::string::npos;)
    sum += std::stoul(log.substr(at += before.size()));
  return sum;
}

TEST(QueuedLog, DropsAndTellsHowManyOnceItIsRead) {
  SmallPipe pipe;
  QueuedOutput output(pipe.writer(), 16 * 1024);
  LogWriter log(output);
  constexpr std::size_t kLines = 1000;
  for (std::size_t i = 0; i < kLines; ++i) log.info("an event");
  EXPECT_TRUE(pipe.holds("were dropped"));
  log.info("the last");
  ASSERT_TRUE(pipe.holds("the last"));
  const std::size_t written = countOf(pipe.read(), "an event");
  EXPECT_LT(written, kLines);
  EXPECT_EQ(written + toldDropped(pipe.read()), kLines);
}

TEST(QueuedLog, LosesNothingThatFits) {
  SmallPipe pipe;
  QueuedOutput output(pipe.writer());
  LogWriter log(output);
  for (int i = 0; i < 1000; ++i) log.info("an event");
  EXPECT_TRUE(eventually([&] { return countOf(pipe.read(), "an event") == 1000; }));
  EXPECT_EQ(toldDropped(pipe.read()), 0U);
}

TEST(QueuedLog, OutlivesItsReader) {
  SmallPipe pipe;
  QueuedOutput output(pipe.writer());
  LogWriter log(output);
  pipe.stopReading();
  for (int i = 0; i < 1000; ++i) log.info("an event");
  log.flush();
}

TEST(QueuedLog, IsWrittenOnceItIsFlushed) {
  SmallPipe pipe;
  QueuedOutput output(pipe.writer());
  LogWriter log(output);
  log.info("loading plugin");
  log.flush();
  EXPECT_THAT(pipe.read(), HasSubstr("loading plugin"));
}

TEST(QueuedLog, IsWrittenWhenItEnds) {
  SmallPipe pipe;
  {
    QueuedOutput output(pipe.writer());
    LogWriter(output).info("stopping");
  }
  EXPECT_THAT(pipe.read(), HasSubstr("stopping"));
}

// A folder with Acme and many broken plugins: the log lines about them overfill the pipe.
class FullLog : public testing::Test {
 protected:
  FullLog() : plugins_(std::filesystem::path(pipe_.path()).parent_path() / "plugins") {
    std::filesystem::create_directories(plugins_);
    std::filesystem::create_directory_symlink(ACME, plugins_ / "acme");
    for (int i = 0; i < 60; ++i) {
      std::filesystem::create_directory(plugins_ / std::to_string(i));
      std::ofstream(plugins_ / std::to_string(i) / "manifest.json") << "{}";
    }
  }
  HostOptions options() const {
    return {plugins_.string(), {}, {"/bin/sh", "-c", "exec \"$0\" \"$@\" 2>'" + pipe_.path() + "'"}};
  }
  static void deliverAndStop(Host& host) {
    const Json made = host.call("POST", "/api/connections", R"({"integration":"acme","name":"Acme"})").json();
    const std::string path = "/api/connections/" + made["id"].get<std::string>();
    const Json enabled = host.call("POST", path + "/enable").json();
    const std::string url = enabled["requestUrl"].get<std::string>();
    EXPECT_EQ(host.send("POST", host.url() + url.substr(url.find("/hooks/")), "{}", {}).status, 200);
    EXPECT_EQ(host.stop(), 0);
  }

  SmallPipe pipe_;
  const std::filesystem::path plugins_;
};

TEST_F(FullLog, KeepsNeitherStartNorDeliveryNorEnd) {
  Host host(options());
  deliverAndStop(host);
}

TEST_F(FullLog, IsReadLaterWithNothingLost) {
  Host host(options());
  EXPECT_TRUE(pipe_.holds("plugin loaded"));
  EXPECT_EQ(countOf(pipe_.read(), "plugin left out"), 60U);
  EXPECT_EQ(host.stop(), 0);
  EXPECT_TRUE(pipe_.holds("stopping"));
}

TEST_F(FullLog, IsMissedByNobodyOnceItIsClosed) {
  Host host(options());
  pipe_.stopReading();
  deliverAndStop(host);
}

}  // namespace
}  // namespace host_stub_test
