// Two companies on one real platform, each with a connection to Ashby, new hires and a person.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "api/api.hpp"
#include "storage/sql_session.hpp"
#include "world/world.hpp"

namespace fuzzing {

// A data folder that is removed with this object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

class ApiWorld {
 public:
  static constexpr char kOwn[] = "main", kOther[] = "other";
  // A mark in all data of the other company, and in none of ours.
  static constexpr char kForeign[] = "Zzforeign";

  ApiWorld();

  // Restores the first data, and starts a new hub, remover and API on them.
  void reset();
  host_stub::WebResponse answer(host_stub::Role role, const host_stub::WebRequest& request) const;
  // Replaces names such as "@connection" and "@other-hire" by the ids of this process.
  std::string named(std::string text) const;
  // Returns the texts that no answer may contain: keys, and the other company's token.
  const std::set<std::string>& secrets() const { return secrets_; }
  bool otherCompanyIsUntouched();

 private:
  void fill(const std::string& company, const std::string& prefix, const std::string& mark);
  void keepTemplate();

  const std::string publicUrl_ = "https://host.example";
  TemporaryFolder folder_;
  std::ostringstream log_;
  host_stub::LogWriter logWriter_{log_};
  host_stub::Platform platform_;
  std::unique_ptr<host_stub::ConnectionHub> hub_;
  std::unique_ptr<host_stub::ConnectionRemover> removals_;
  std::unique_ptr<host_stub::Api> api_;
  std::map<std::string, std::string> names_;
  std::set<std::string> secrets_;
  std::vector<std::string> tables_;
};

}  // namespace fuzzing
