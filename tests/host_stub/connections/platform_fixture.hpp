// The host without its web server, in this process, on its own data folder.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <sstream>
#include <string>

#include "api/api.hpp"

namespace host_stub {

class OnAPlatform : public testing::Test {
 protected:
  OnAPlatform() : folder_(makeFolder()), log_(said_), platform_(options(), log_) {}
  ~OnAPlatform() override { std::filesystem::remove_all(folder_); }

  // Returns the API's answer to an owner.
  WebResponse ask(const std::string& method, const std::string& path, const std::string& query = {},
                  const std::string& body = {}) {
    WebRequest request;
    request.method = method;
    request.path = path;
    request.query = query;
    request.body = body;
    return api_.answer({"u1", "main", "Olu", Role::owner, 0}, request);
  }

 private:
  static std::filesystem::path makeFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "platform_test.XXXXXX").string();
    return ::mkdtemp(name.data());
  }
  PlatformOptions options() const {
    PlatformOptions options;
    options.plugins = ACME;
    options.data = folder_ / "data";
    return options;
  }

  const std::filesystem::path folder_;
  std::ostringstream said_;
  LogWriter log_;

 protected:
  Platform platform_;
  ConnectionHub hub_{platform_};
  ConnectionRemover removals_{platform_, hub_};

 private:
  const std::string publicUrl_ = "http://127.0.0.1";
  Api api_{platform_, hub_, removals_, publicUrl_};
};

}  // namespace host_stub
