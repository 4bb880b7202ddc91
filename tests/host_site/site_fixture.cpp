#include "site_fixture.hpp"

#include <unistd.h>

namespace host_stub::test {

SiteFixture::SiteFixture(const std::string& plugins) {
  std::string name = (std::filesystem::temp_directory_path() / "host_site_test.XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the test");
  folder_ = name;
  PlatformOptions options;
  options.plugins = plugins;
  options.data = folder_ / "data";
  platform_ = std::make_unique<Platform>(options, log_);
  build();
}

void SiteFixture::build() {
  server_.reset();
  site_.reset();
  removals_.reset();
  hub_.reset();
  hub_ = std::make_unique<ConnectionHub>(*platform_);
  removals_ = std::make_unique<ConnectionRemover>(*platform_, *hub_);
  site_ = std::make_unique<Site>(*platform_, *hub_, *removals_);
  server_ = std::make_unique<WebServer>(*site_, platform_->metrics);
  server_->start("127.0.0.1", 0);
}

SiteFixture::~SiteFixture() {
  server_.reset();
  site_.reset();
  removals_.reset();
  hub_.reset();
  platform_.reset();
  std::filesystem::remove_all(folder_);
}

std::string SiteFixture::newUser(Role role, const std::string& company) {
  return platform_->users.add(company, "User " + std::to_string(++users_), role, unixNow()).token;
}

std::int64_t SiteFixture::bufferedBytes() {
  return platform_->metrics.gauge("http_buffered_bytes", "Bytes of requests and answers held in memory.")
      .value();
}

bool hasHeader(const RawAnswer& answer, const std::string& line) {
  return answer.head.find("\r\n" + line + "\r\n") != std::string::npos;
}

}  // namespace host_stub::test
