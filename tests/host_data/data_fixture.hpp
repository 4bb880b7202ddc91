// A data folder for each test, and a base class for tests of a database.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <memory>

#include "hosting/connections/connections.hpp"
#include "services/sqlite_store.hpp"
#include "storage/database.hpp"
#include "storage/work_schedule.hpp"

namespace host_stub {

class DataFolder {
 public:
  DataFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "host_data_test.XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the test");
    path_ = name;
  }
  ~DataFolder() { std::filesystem::remove_all(path_); }
  DataFolder(const DataFolder&) = delete;
  DataFolder& operator=(const DataFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(const char* name) const { return path_ / name; }

  static std::string read(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  static void write(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
  }
  // Returns the bytes of all files.
  std::string everything() const {
    std::string bytes;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path_))
      if (entry.is_regular_file()) bytes += read(entry.path());
    return bytes;
  }

 private:
  std::filesystem::path path_;
};

class DataTest : public testing::Test {
 protected:
  DataFolder folder_;
  std::unique_ptr<Database> database_ = std::make_unique<Database>(folder_.path());

  void restart() {
    database_.reset();
    database_ = std::make_unique<Database>(folder_.path());
  }
  ConnectionKey connect(const std::string& company = "main", std::int64_t now = 1000) {
    return Connections(*database_).create(company, "ashby", "Ashby", now).key;
  }
};

// Returns the code of the Failure that a call throws; ok if it throws none.
template <class Call>
integration::Code codeOf(const Call& call) {
  try {
    call();
    return integration::Code::ok;
  } catch (const integration::Failure& failure) {
    return failure.code();
  }
}

// Returns the message of the Error that a call throws; "" if it throws none.
template <class Error, class Call>
std::string messageOf(const Call& call) {
  try {
    call();
    return "";
  } catch (const Error& error) {
    return error.what();
  }
}

}  // namespace host_stub
