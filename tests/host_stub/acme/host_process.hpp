// The real host as a child process beside an Ashby in this one, and what a test does with both over HTTP.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "integration/json.hpp"
#include "server/simulator.hpp"

namespace host_stub_test {

using integration::Json;

struct HttpAnswer {
  int status = 0;  // 0: none
  std::string body;
  std::map<std::string, std::string> headers;

  Json json() const { return integration::parseJson(body, "the answer"); }
};

// Runs a program to its end.
struct Ended {
  int status = -1;
  std::string out, err;
};
Ended runProgram(const std::vector<std::string>& words);

// plugins: the folder of them; more: further words of the command line; under: words that the command line is
// put behind, such as those of env; listen: where.
struct HostOptions {
  std::string plugins;
  std::vector<std::string> more;
  std::vector<std::string> under = {};
  std::string listen = "127.0.0.1:0";
};

// A host on a data folder of its own, which lives as long as this.
class Host {
 public:
  explicit Host(HostOptions options);
  ~Host();

  void start();
  // Gives the exit status of one that ended instead of serving.
  std::optional<int> startOrEnd();
  // A start that is killed so soon that it may not have come to listen.
  void startInVain(std::chrono::milliseconds before);
  // SIGTERM; the exit status.
  int stop();
  bool hasEnded() const;
  // Waits for one that ends by itself; the exit status, or 128 and the signal.
  int waitForEnd();
  void kill();
  std::string newUser(const std::string& name, const std::string& role, const std::string& company = "main");

  HttpAnswer call(const std::string& method, const std::string& path, const std::string& body = {}) const {
    return callAs(owner_, method, path, body);
  }
  HttpAnswer callAs(const std::string& token, const std::string& method, const std::string& path,
                    const std::string& body = {}) const;
  HttpAnswer send(const std::string& method, const std::string& url, const std::string& body,
                  const std::map<std::string, std::string>& headers) const;

  const std::filesystem::path& data() const { return data_; }
  const std::string& url() const { return url_; }
  HostOptions& options() { return options_; }  // of the next start
  int pid() const { return pid_; }
  std::string log() const;

 private:
  void launch();

  std::filesystem::path folder_, data_;
  HostOptions options_;
  std::string owner_, url_;
  int pid_ = 0;
};

// A host whose Ashby connection has gone the whole help page: enabled, with a good key and a webhook in
// Ashby.
struct Connected {
  // under: see HostOptions.
  explicit Connected(std::vector<std::string> under = {});

  // Someone is hired in Ashby; the application's id.
  std::string hire(const std::string& fields);
  // Returns the new hires in a state, once there are `count` of them.
  Json newHires(std::size_t count, const std::string& state = "staged");
  Json ashby(const std::string& method, const std::string& path, const std::string& body = {});
  // To where the host listens now, which a restart changes.
  HttpAnswer deliver(const std::string& body) const;
  HttpAnswer deliverSigned(const std::string& body, const std::string& signature) const;
  Json connection() const { return host.call("GET", "/api/connections/" + id).json(); }
  Json activity() const { return host.call("GET", "/api/connections/" + id + "/activity").json()["data"]; }

  ashby_simulator::Simulator simulator;
  Host host;
  std::string id, requestUrl, secretToken, apiKey;
};

std::string sign(const std::string& secret, const std::string& body);
// Waits up to 20 s; false if it never holds.
bool eventually(const std::function<bool()>& holds, std::chrono::seconds within = std::chrono::seconds(20));

}  // namespace host_stub_test
