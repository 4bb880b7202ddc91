// The real host as a child process, beside an Ashby in this process. Tests drive both over HTTP.
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
  int status = 0;  // 0: no answer
  std::string body;
  std::map<std::string, std::string> headers;

  Json json() const { return integration::parseJson(body, "the answer"); }
};

// How a program ended.
struct Ended {
  int status = -1;  // the exit status, or 128 + the signal
  std::string out, err;
};
// Runs a program to its end.
Ended runProgram(const std::vector<std::string>& words);

struct HostOptions {
  std::string plugins;                  // the folder of the plugins
  std::vector<std::string> more;        // further words of the command line
  std::vector<std::string> under = {};  // words before the command line, such as those of env
  std::string listen = "127.0.0.1:0";   // the address to listen on
};

// A running host, with a data folder that is removed with this object.
class Host {
 public:
  explicit Host(HostOptions options);
  ~Host();

  void start();
  // Starts the host. Returns its exit status if it ends instead of serving, else null.
  std::optional<int> startOrEnd();
  // Starts the host and kills it after `before`, perhaps before it listens.
  void startInVain(std::chrono::milliseconds before);
  // Sends SIGTERM and waits. Returns the exit status, or 128 + the signal.
  int stop();
  bool hasEnded() const;
  // Waits until the host ends by itself. Returns the exit status, or 128 + the signal.
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
  HostOptions& options() { return options_; }  // for the next start
  int pid() const { return pid_; }
  std::string log() const;

 private:
  void launch();

  std::filesystem::path folder_, data_;
  HostOptions options_;
  std::string owner_, url_;
  int pid_ = 0;
};

// A host whose Ashby connection is set up as the help page says: enabled, with a good key and a webhook in
// Ashby.
struct Connected {
  // under: see HostOptions.
  explicit Connected(std::vector<std::string> under = {});

  // Hires somebody in Ashby; returns the application's id.
  std::string hire(const std::string& fields);
  // Waits until the state has `count` new hires, up to 20 s. Returns the new hires then, at most one page.
  Json newHires(std::size_t count, const std::string& state = "staged");
  Json ashby(const std::string& method, const std::string& path, const std::string& body = {});
  // Delivers to the present address of the host, which a restart changes.
  HttpAnswer deliver(const std::string& body) const;
  HttpAnswer deliverSigned(const std::string& body, const std::string& signature) const;
  Json connection() const { return host.call("GET", "/api/connections/" + id).json(); }
  Json activity() const { return host.call("GET", "/api/connections/" + id + "/activity").json()["data"]; }

  ashby_simulator::Simulator simulator;
  Host host;
  std::string id, requestUrl, secretToken, apiKey;
};

std::string sign(const std::string& secret, const std::string& body);
// Waits until `holds` returns true; returns false if it doesn't within the time.
bool eventually(const std::function<bool()>& holds, std::chrono::seconds within = std::chrono::seconds(20));

}  // namespace host_stub_test
