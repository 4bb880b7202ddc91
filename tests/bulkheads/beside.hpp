// Tests of a broken plugin in the real host, beside a sound one.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "acme/host_process.hpp"

namespace bulkheads {

using host_stub_test::Host;
using host_stub_test::HttpAnswer;
using integration::Json;

// A folder with Acme and the broken plugins, removed with this object.
class PluginFolder {
 public:
  explicit PluginFolder(const std::vector<std::string>& broken);
  ~PluginFolder();
  PluginFolder(const PluginFolder&) = delete;
  PluginFolder& operator=(const PluginFolder&) = delete;

  std::string path() const { return path_.string(); }
  void add(const std::string& broken) const;
  void remove(const std::string& plugin) const;

 private:
  const std::filesystem::path path_;
};

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kIsSanitized = true;
#else
constexpr bool kIsSanitized = false;
#endif

struct Connection {
  std::string id, hook;
};

// A host with two companies and a sound connection in each. The first company also gets the broken
// connection.
class Beside {
 protected:
  explicit Beside(const std::vector<std::string>& broken);

  HttpAnswer ask(const std::string& method, const std::string& path, const Json& body = {}) const;
  Connection connect(const std::string& token, const std::string& plugin) const;
  // Delivers to a connection; returns status 0 if the host ends meanwhile.
  HttpAnswer deliver(const Connection& to, const Json& body) const;
  // Requests a page, as a browser that has signed in with this token.
  HttpAnswer page(const std::string& token, const std::string& path) const;
  // Expects that the sound plugin serves deliveries, lists, pages and work in both companies. hire: a new id
  // for each call.
  void expectAllServed(const std::string& hire) const;
  // Sends SIGTERM; expects that the host ends with this status within 30 s. Its drain takes up to 20 s.
  void expectToStop(int status);

  PluginFolder plugins_;
  Host host_;
  const std::string owner_, stranger_;
  const Connection sound_, soundElsewhere_;

 private:
  void expectServed(const std::string& token, const Connection& sound, const std::string& hire) const;
};

}  // namespace bulkheads
