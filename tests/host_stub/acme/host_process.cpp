#include "host_process.hpp"

#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Pipe.h>
#include <Poco/PipeStream.h>
#include <Poco/Process.h>
#include <Poco/StreamCopier.h>
#include <Poco/URI.h>
#include <signal.h>
#include <sys/wait.h>

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "world/signature.hpp"

namespace host_stub_test {

namespace fs = std::filesystem;

namespace {

std::string readFile(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Writes the child's output to files, so that nobody must read it while the child runs.
int spawn(const std::vector<std::string>& words, const fs::path& out, const fs::path& err) {
  std::vector<std::string> shell = {"-c",
                                    "exec \"$0\" \"$@\" >'" + out.string() + "' 2>>'" + err.string() + "'"};
  shell.insert(shell.end(), words.begin(), words.end());
  return Poco::Process::launch("/bin/sh", shell).id();
}

int waitFor(int pid) {
  int status = 0;
  waitpid(pid, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

fs::path newFolder() {
  std::string name = (fs::temp_directory_path() / "host_stub_test.XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  return name;
}

}  // namespace

Ended runProgram(const std::vector<std::string>& words) {
  const fs::path folder = newFolder();
  Ended ended;
  ended.status = waitFor(spawn(words, folder / "out", folder / "err"));
  ended.out = readFile(folder / "out");
  ended.err = readFile(folder / "err");
  fs::remove_all(folder);
  return ended;
}

bool eventually(const std::function<bool()>& holds, std::chrono::seconds within) {
  const auto until = std::chrono::steady_clock::now() + within;
  while (!holds()) {
    if (std::chrono::steady_clock::now() > until) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return true;
}

std::string sign(const std::string& secret, const std::string& body) {
  return ashby_simulator::signatureOf(secret, body);
}

Host::Host(HostOptions options)
    : folder_(newFolder()), data_(folder_ / "data"), options_(std::move(options)) {
  owner_ = newUser("Ann", "owner");
  start();
}

Host::~Host() {
  if (pid_ != 0) kill();
  fs::remove_all(folder_);
}

std::string Host::newUser(const std::string& name, const std::string& role, const std::string& company) {
  std::string token = runProgram({HOST_STUB, "user", "add", "--data", data_.string(), "--name", name,
                                  "--role", role, "--company", company})
                          .out;
  while (!token.empty() && token.back() == '\n') token.pop_back();
  return token;
}

void Host::launch() {
  fs::remove(folder_ / "out");
  std::vector<std::string> words = options_.under;
  words.insert(words.end(), {HOST_STUB, "serve", "--plugins", options_.plugins, "--data", data_.string(),
                             "--listen", options_.listen});
  words.insert(words.end(), options_.more.begin(), options_.more.end());
  pid_ = spawn(words, folder_ / "out", folder_ / "log");
}

void Host::start() {
  if (startOrEnd()) throw std::runtime_error("the host did not start: " + log());
}

std::optional<int> Host::startOrEnd() {
  const fs::path out = folder_ / "out";
  launch();
  bool ended = false;
  const bool decided = eventually([&] { return readFile(out).ends_with("\n") || (ended = hasEnded()); });
  if (!decided) throw std::runtime_error("the host did not start: " + log());
  if (ended) return waitForEnd();
  url_ = readFile(out).substr(std::string("listening on ").size());
  url_.pop_back();
  return std::nullopt;
}

void Host::startInVain(std::chrono::milliseconds before) {
  launch();
  std::this_thread::sleep_for(before);
  kill();
}

int Host::stop() {
  ::kill(pid_, SIGTERM);
  return waitFor(std::exchange(pid_, 0));
}

bool Host::hasEnded() const {
  siginfo_t ended{};
  const int asked = waitid(P_PID, static_cast<id_t>(pid_), &ended, WEXITED | WNOHANG | WNOWAIT);
  return asked == 0 && ended.si_pid != 0;
}

int Host::waitForEnd() {
  return waitFor(std::exchange(pid_, 0));
}

void Host::kill() {
  ::kill(pid_, SIGKILL);
  waitFor(std::exchange(pid_, 0));
}

std::string Host::log() const {
  return readFile(folder_ / "log");
}

HttpAnswer Host::callAs(const std::string& token, const std::string& method, const std::string& path,
                        const std::string& body) const {
  return send(method, url_ + path, body, {{"Authorization", "Bearer " + token}});
}

HttpAnswer Host::send(const std::string& method, const std::string& url, const std::string& body,
                      const std::map<std::string, std::string>& headers) const {
  const Poco::URI uri(url);
  Poco::Net::HTTPClientSession session(uri.getHost(), uri.getPort());
  Poco::Net::HTTPRequest request(method, uri.getPathAndQuery(), Poco::Net::HTTPMessage::HTTP_1_1);
  for (const auto& [name, value] : headers) request.set(name, value);
  request.setContentLength64(static_cast<Poco::Int64>(body.size()));
  session.sendRequest(request).write(body.data(), static_cast<std::streamsize>(body.size()));
  Poco::Net::HTTPResponse response;
  HttpAnswer answer;
  Poco::StreamCopier::copyToString(session.receiveResponse(response), answer.body);
  answer.status = response.getStatus();
  for (const auto& [name, value] : response) answer.headers[name] = value;
  return answer;
}

Connected::Connected(std::vector<std::string> under)
    : simulator(), host([&] {
        simulator.start();
        return HostOptions{
            PLUGINS, {"--route", "https://api.ashbyhq.com=" + simulator.url()}, std::move(under)};
      }()) {
  id = host.call("POST", "/api/connections", R"({"integration":"ashby","name":"Ashby"})")
           .json()["id"]
           .get<std::string>();
  const Json enabled = host.call("POST", "/api/connections/" + id + "/enable").json();
  requestUrl = enabled["requestUrl"].get<std::string>();
  secretToken = enabled["secretToken"].get<std::string>();
  apiKey = ashby("POST", "/_control/api-keys", R"({"title":"HR platform"})")["key"].get<std::string>();
  host.call("PUT", "/api/connections/" + id + "/settings", integration::dumpJson({{"apiKey", apiKey}}));
  ashby(
      "POST", "/_control/webhooks",
      integration::dumpJson(
          {{"webhookType", "applicationUpdate"}, {"requestUrl", requestUrl}, {"secretToken", secretToken}}));
}

Json Connected::ashby(const std::string& method, const std::string& path, const std::string& body) {
  return host.send(method, simulator.url() + path, body, {}).json();
}

std::string Connected::hire(const std::string& fields) {
  return ashby("POST", "/_control/hires", fields)["applicationId"].get<std::string>();
}

Json Connected::newHires(std::size_t count, const std::string& state) {
  Json data;
  eventually([&] {
    data = host.call("GET", "/api/new-hires?state=" + state).json()["data"];
    return data.size() == count;
  });
  return data;
}

HttpAnswer Connected::deliver(const std::string& body) const {
  return deliverSigned(body, sign(secretToken, body));
}

HttpAnswer Connected::deliverSigned(const std::string& body, const std::string& signature) const {
  return host.send("POST", host.url() + requestUrl.substr(requestUrl.find("/hooks/")), body,
                   {{"Content-Type", "application/json"}, {"Ashby-Signature", signature}});
}

}  // namespace host_stub_test
