// What the list of new hires costs a company that has ten thousand of them in one connection.
#include <algorithm>
#include <cstdio>

#include "data/sqlite_store.hpp"
#include "hires/ledger.hpp"
#include "host_process.hpp"
#include "integration/time.hpp"

namespace host_stub_test {
namespace {

constexpr int kHires = 10000, kDepartments = 20;
constexpr std::int64_t kFirstImportedAt = 1790000000000;

// Puts copies of the hire that is staged beside it, each another person.
void multiply(integration::Store& store) {
  const integration::Entry entry =
      store.scan(integration::Range::prefix(ashby::keys::hires(ashby::HireState::staged))).entries.at(0);
  const auto sample = *ashby::decode<ashby::HireDocument>(entry);
  constexpr int kPerCommit = 16;
  for (int i = 1; i < kHires;) {
    integration::Commit commit;
    for (int end = std::min(i + kPerCommit, kHires); i < end; ++i) {
      const std::string n = std::to_string(i);
      ashby::HireDocument hire = sample;
      hire.id += n;
      hire.source.applicationId += n;
      hire.source.candidateId = "candidate" + n;
      hire.fields.firstName = "First" + n;
      hire.fields.lastName = "Last" + std::to_string(i * 7919 % kHires);
      hire.fields.personalEmail = "person" + n + "@home.example";
      hire.fields.personalPhoneNumber = "+4915110" + std::to_string(100000 + i);
      hire.fields.department = "Department " + std::to_string(i % kDepartments);
      hire.fromSource = hire.fields;
      hire.emails = {*hire.fields.personalEmail};
      hire.importedAt = integration::formatTime(kFirstImportedAt + i * 1000);
      ashby::addHire(commit.ops, hire);
    }
    if (!store.commit(commit).ok()) throw std::runtime_error("the hires can't be staged");
  }
}

TEST(TenThousandHires, AreListedPageByPage) {
  Connected connected;
  connected.hire(R"({"department":"Department 0"})");
  ASSERT_EQ(connected.newHires(1).size(), 1U);
  connected.host.stop();
  {
    host_stub::Database database(connected.host.data());
    host_stub::Wakes wakes(database);
    host_stub::SqliteStore store(database, wakes, {"main", connected.id}, false);
    multiply(store);
  }
  connected.host.start();

  std::printf("GET /api/new-hires?$limit=50 of %d new hires, the median:\n", kHires);
  const auto median = [&](const char* query, int total) {
    std::vector<double> times;
    for (int i = 0; i < 15; ++i) {
      const auto begun = std::chrono::steady_clock::now();
      const HttpAnswer answer = connected.host.call("GET", "/api/new-hires?$limit=50" + std::string(query));
      const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begun;
      times.push_back(took.count());
      EXPECT_EQ(answer.json()["total"], total) << query;
      EXPECT_EQ(answer.json()["data"].size(), static_cast<std::size_t>(std::min(total, 50))) << query;
    }
    std::nth_element(times.begin(), times.begin() + 7, times.end());
    std::printf("  %-28s %6.1f ms\n", query, times[7]);
  };
  median("", kHires);
  median("&sort=lastName", kHires);
  median("&q=last12", 111);
  median("&department=Department%203", kHires / kDepartments);
}

}  // namespace
}  // namespace host_stub_test
