// Every data folder of an earlier release, opened by today's host: nothing of it is lost.
#include <gtest/gtest.h>

#include <fstream>

#include "acme/host_process.hpp"

namespace host_stub_test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> releases() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(DATA_FOLDERS))
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  return names;
}

Json expectedOf(const fs::path& release) {
  std::ifstream in(release / "expected.json");
  return integration::parseJson(std::string{std::istreambuf_iterator<char>(in), {}}, "expected.json");
}

// Puts a copy of the folder in the place of the host's own. A checkout loses the modes of the files.
void open(Host& host, const fs::path& folder) {
  host.stop();
  fs::remove_all(host.data());
  fs::copy(folder, host.data());
  fs::permissions(host.data(), fs::perms::owner_all);
  for (const auto& entry : fs::directory_iterator(host.data()))
    fs::permissions(entry.path(), fs::perms::owner_read | fs::perms::owner_write);
  host.start();
}

// Expects each member of one in the other, which may have further ones.
void expectKept(const Json& before, const Json& now, const std::string& where) {
  if (!before.is_object()) {
    EXPECT_EQ(now, before) << where;
    return;
  }
  for (const auto& [name, value] : before.items())
    if (!value.is_null())
      expectKept(value, now.is_object() ? now.value(name, Json()) : Json(), where + "." + name);
}

class DataFolder : public testing::TestWithParam<std::string> {
 protected:
  DataFolder() { open(host_, folder_ / "data"); }

  Json get(const Json& company, const std::string& path) const {
    const HttpAnswer answer = host_.callAs(company["token"].get<std::string>(), "GET", path);
    EXPECT_EQ(answer.status, 200) << path << ": " << answer.body;
    return answer.json();
  }
  // A key of the source that this Ashby doesn't know may make a connection fail, but not vanish.
  void expectConnections(const Json& company) const {
    const Json now = get(company, "/api/connections");
    EXPECT_EQ(now["total"], company["connections"].size());
    for (const Json& before : company["connections"]) {
      const Json one = get(company, "/api/connections/" + before["id"].get<std::string>());
      EXPECT_EQ(one["name"], before["name"]);
      EXPECT_NE(one["state"], "unavailable");
      EXPECT_NE(one["state"], "disabled");
    }
  }
  void expectNewHires(const Json& company) const {
    std::map<std::string, std::size_t> count;
    for (const Json& before : company["newHires"]) {
      const std::string id = before["id"].get<std::string>();
      expectKept(before, get(company, "/api/new-hires/" + id), id);
      ++count[before["state"].get<std::string>()];
    }
    for (const char* const state : {"staged", "promoted", "discarded"})
      EXPECT_EQ(get(company, std::string("/api/new-hires?state=") + state)["total"], count[state]) << state;
  }
  void expectPeople(const Json& company) const {
    EXPECT_EQ(get(company, "/api/people")["total"], company["people"].size());
    for (const Json& before : company["people"]) {
      const std::string id = before["id"].get<std::string>();
      expectKept(before, get(company, "/api/people/" + id), id);
    }
  }

  const fs::path folder_ = fs::path(DATA_FOLDERS) / GetParam();
  const Json expected_ = expectedOf(folder_);
  Host host_{{PLUGINS, {"--route", "https://api.ashbyhq.com=http://127.0.0.1:1"}}};
};

TEST_P(DataFolder, KeepsItsConnections) {
  for (const Json& company : expected_) expectConnections(company);
}

TEST_P(DataFolder, KeepsItsNewHires) {
  for (const Json& company : expected_) expectNewHires(company);
}

TEST_P(DataFolder, KeepsItsPeople) {
  for (const Json& company : expected_) expectPeople(company);
}

INSTANTIATE_TEST_SUITE_P(OfRelease, DataFolder, testing::ValuesIn(releases()),
                         [](const auto& release) { return "Of" + release.param; });

}  // namespace
}  // namespace host_stub_test
