// Tests the real host on data that was damaged while it was stopped. It ends with status 4 and leaves the
// data as it is, or it serves. If it serves, it answers right or says that it can't.
#include <fstream>
#include <random>

#include "acme/host_process.hpp"
#include "host_data/damage/damages.hpp"

namespace host_stub_test {
namespace {

namespace fs = std::filesystem;
using host_data_test::Damage;

constexpr int kDamaged = 40, kDataDamaged = 4;
constexpr std::size_t kPage = 16384;

using Files = std::map<fs::path, std::string>;

Files readFiles(const fs::path& folder) {
  Files files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    std::ifstream in(entry.path(), std::ios::binary);
    if (!entry.path().string().ends_with("-shm"))
      files[entry.path()].assign(std::istreambuf_iterator<char>(in), {});
  }
  return files;
}

void putBack(const fs::path& folder, const Files& files) {
  for (const auto& entry : fs::directory_iterator(folder))
    if (!files.contains(entry.path())) fs::remove(entry.path());
  for (const auto& [path, bytes] : files) std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

bool isRefused(const HttpAnswer& answer) {
  return answer.status >= 500;
}

TEST(DamagedHost, EndsWithFourOrAnswersRight) {
  Connected connected;
  for (int i = 0; i < 12; ++i) connected.hire(R"({"name":"Amara Okafor"})");
  ASSERT_EQ(connected.newHires(12).size(), 12U);
  const Json hires = connected.newHires(12);
  for (std::size_t i = 0; i < 4; ++i)
    connected.host.call("POST", "/api/new-hires/" + hires.at(i)["id"].get<std::string>() + "/promote");
  const Json people = connected.host.call("GET", "/api/people").json();
  connected.simulator.pauseDeliveries(true);
  const std::string late = connected.hire(R"({"name":"Bela Bartok"})");
  const std::string delivery = integration::dumpJson(
      {{"action", "applicationUpdate"}, {"data", {{"application", {{"id", late}, {"status", "Hired"}}}}}});
  connected.host.stop();
  const Files sound = readFiles(connected.host.data());
  const std::string path = fs::path(connected.requestUrl.substr(connected.requestUrl.find("/hooks/")));

  int ended = 0, refused = 0, right = 0;
  for (int i = 0; i < kDamaged && !testing::Test::HasFailure(); ++i) {
    SCOPED_TRACE("damage " + std::to_string(i));
    Files files = sound;
    std::string& bytes = files.at(connected.host.data() / (i % 4 == 3 ? "users.db" : "host.db"));
    std::mt19937_64 random(static_cast<std::uint64_t>(i));
    bytes = host_data_test::damaged(bytes, Damage(i % host_data_test::kDamages), kPage, random);
    putBack(connected.host.data(), files);
    if (const auto status = connected.host.startOrEnd()) {
      EXPECT_EQ(*status, kDataDamaged);
      EXPECT_TRUE(readFiles(connected.host.data()) == files);
      ++ended;
      continue;
    }
    const HttpAnswer taken =
        connected.host.send("POST", connected.host.url() + path, delivery,
                            {{"Ashby-Signature", sign(connected.secretToken, delivery)}});
    EXPECT_TRUE(taken.status == 200 || isRefused(taken)) << taken.status;
    const HttpAnswer members = connected.host.call("GET", "/api/people");
    EXPECT_TRUE(isRefused(members) || members.json() == people) << members.body;
    connected.host.kill();
    connected.host.start();
    const auto isListed = [&] {
      const HttpAnswer list = connected.host.call("GET", "/api/new-hires?q=Bartok");
      if (isRefused(list)) return true;
      const Json json = list.json();
      // A list names a connection that it can't read.
      if (json.contains("incomplete")) return json["incomplete"][0]["connectionId"] == connected.id;
      return json["data"].size() == 1;
    };
    EXPECT_TRUE(taken.status != 200 || eventually(isListed)) << "acknowledged and gone";
    ++(isRefused(taken) || isRefused(members) ? refused : right);
    connected.host.stop();
  }
  if (!testing::Test::HasFailure())
    std::printf("%d damaged hosts: %d ended with status 4, %d refused to answer, %d answered right\n",
                kDamaged, ended, refused, right);
}

}  // namespace
}  // namespace host_stub_test
