#include "host_stub/memory/host_child.hpp"

#include <Poco/Net/StreamSocket.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "host_stub/memory/scarce_memory.hpp"
#include "net/server/web_server.hpp"
#include "site/site.hpp"
#include "world/signature.hpp"

namespace host_stub_test {
namespace {

using namespace host_stub;

constexpr const char* kSecret = "webhookSecret";

// A host that takes deliveries and does no work, so that what was taken stays in the inbox.
class TakingHost {
 public:
  explicit TakingHost(const std::filesystem::path& data)
      : log_(said_), platform_(optionsFor(data), log_), hub_(platform_), removals_(platform_, hub_) {
    site_.serveAs("http://127.0.0.1");
    server_.start("127.0.0.1", 0);
    if (platform_.connections.list("main").empty()) connect();
  }

  // The port, the token of the connection's URL and its secret.
  std::string address() {
    const auto connection = platform_.connections.list("main").front();
    const auto secrets = platform_.vault.get(connection.key, kSecret, unixNow());
    return std::to_string(server_.port()) + " " + connection.urlToken + " " + secrets.front().value;
  }

  std::int64_t timesKept(const std::string& application) {
    return platform_.database.read([&](SqlSession& sql) {
      return std::get<0>(
          sql.query<std::int64_t>("SELECT count(*) FROM entries WHERE connection = ? AND key = ?",
                                  platform_.connections.list("main").front().key.connection,
                                  Blob{"inbox/" + application})
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
  void connect() {
    const auto live = hub_.create("main", "ashby", "Ashby", {});
    platform_.vault.put(live->key(), kSecret, newToken(), unixNow());
    live->enable("");
  }

  std::ostringstream said_;
  LogWriter log_;
  Platform platform_;
  ConnectionHub hub_;
  ConnectionRemover removals_;
  Site site_{platform_, hub_, removals_, 2};
  WebServer server_{site_, platform_.metrics};
};

// Sends a message. Returns false if the other process has ended.
bool sendText(int channel, const std::string& text) {
  return ::send(channel, text.data(), text.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(text.size());
}
// Receives one message. Returns null if the other process has ended.
std::optional<std::string> receiveText(int channel) {
  char text[512];
  const ssize_t length = ::recv(channel, text, sizeof text, 0);
  return length > 0 ? std::optional(std::string(text, static_cast<std::size_t>(length))) : std::nullopt;
}

// Ends the process at once, as a kill does, if memory ran out. Aborts otherwise: something else is wrong.
[[noreturn]] void onTerminate() {
  if (ScarceMemory::hasFailed()) ::_exit(HostChild::kOutOfMemory);
  std::abort();
}

// Answers what the parent asks until it closes the channel. Throws nothing: its caller is a copy
// of the test.
void serve(int channel, const std::filesystem::path& data) noexcept {
  std::set_terminate(onTerminate);
  TakingHost host(data);
  sendText(channel, host.address());
  while (const auto application = receiveText(channel))
    sendText(channel, std::to_string(host.timesKept(*application)));
}

}  // namespace

HostChild::HostChild(const std::filesystem::path& data) {
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
    throw std::runtime_error("no channel to a child process");
  std::fflush(nullptr);  // what is printed already is not the child's to print
  pid_ = ::fork();
  if (pid_ == 0) {
    ::close(ends[0]);
    serve(ends[1], data);
    std::exit(0);  // finds leaks under AddressSanitizer
  }
  ::close(ends[1]);
  channel_ = ends[0];
  std::istringstream address(receiveText(channel_).value_or(""));
  if (pid_ < 0 || !(address >> port_ >> token_ >> secret_))
    throw std::runtime_error("the host does not start: " + std::to_string(end()));
}

HostChild::~HostChild() {
  end();
}

int HostChild::end() {
  if (pid_ <= 0) return 0;
  ::close(channel_);
  int status = 0;
  ::waitpid(std::exchange(pid_, 0), &status, 0);
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

int HostChild::deliver(const std::string& body, const std::string& signature) const {
  const std::string request =
      "POST /hooks/" + token_ + " HTTP/1.1\r\nHost: localhost\r\nAshby-Signature: " + signature +
      "\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
  std::string answer;
  try {
    Poco::Net::StreamSocket socket(Poco::Net::SocketAddress("127.0.0.1", port_));
    socket.setReceiveTimeout(Poco::Timespan(10, 0));
    socket.sendBytes(request.data(), static_cast<int>(request.size()));
    char buffer[4096];
    while (const int length = socket.receiveBytes(buffer, sizeof buffer))
      answer.append(buffer, static_cast<std::size_t>(length));
  } catch (const Poco::TimeoutException&) {
    return 408;
  } catch (const Poco::Exception&) {
    // reset or refused, since the host ended the session or itself
  }
  return answer.starts_with("HTTP/1.1 ") ? std::stoi(answer.substr(9)) : 0;
}

std::string HostChild::signatureOf(const std::string& body) const {
  return ashby_simulator::signatureOf(secret_, body);
}

std::optional<std::int64_t> HostChild::timesKept(const std::string& application) const {
  if (!sendText(channel_, application)) return std::nullopt;
  const auto count = receiveText(channel_);
  return count ? std::optional<std::int64_t>(std::stoll(*count)) : std::nullopt;
}

}  // namespace host_stub_test
