// The whole host in this process, behind a real web server.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <sstream>
#include <string>

#include "host_net/raw_client.hpp"
#include "host_net/scripted_server.hpp"
#include "net/server/web_server.hpp"
#include "site/site.hpp"

namespace host_stub::test {

class SiteFixture : public testing::Test {
 protected:
  explicit SiteFixture(const std::string& plugins = PLUGINS "/ashby");
  ~SiteFixture() override;

  // Makes hub, site and server anew, so that they know all connections.
  void build();
  void serve() { site_->serveAs("http://127.0.0.1"); }
  RawClient client() const { return RawClient(server_->port()); }
  RawAnswer ask(const std::string& request) const { return client().ask(request); }
  // Adds a user; returns the user's token.
  std::string newUser(Role role, const std::string& company = "main");
  std::int64_t bufferedBytes();

  std::filesystem::path folder_;
  std::ostringstream said_;
  LogWriter log_{said_};
  std::unique_ptr<Platform> platform_;
  std::unique_ptr<ConnectionHub> hub_;
  std::unique_ptr<ConnectionRemover> removals_;
  std::unique_ptr<Site> site_;
  std::unique_ptr<WebServer> server_;

 private:
  int users_ = 0;
};

bool hasHeader(const RawAnswer& answer, const std::string& line);

}  // namespace host_stub::test
