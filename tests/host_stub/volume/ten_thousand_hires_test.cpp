// Tests the list of a company with ten thousand new hires in one connection.
#include <algorithm>
#include <cstdio>

#include "acme/host_process.hpp"
#include "hires/records/hire_repository.hpp"
#include "integration/time.hpp"
#include "services/sqlite_store.hpp"

namespace host_stub_test {
namespace {

constexpr int kHires = 10000, kDepartments = 20;
constexpr std::int64_t kFirstImportedAt = 1790000000000;

// Adds copies of the staged hire to the store, each another person.
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

// Returns the median time of 15 requests, in ms.
template <class Ask>
double medianOf(const Ask& ask) {
  std::vector<double> times;
  for (int i = 0; i < 15; ++i) {
    const auto begun = std::chrono::steady_clock::now();
    ask();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begun;
    times.push_back(took.count());
  }
  std::nth_element(times.begin(), times.begin() + 7, times.end());
  return times[7];
}

class TenThousandHires : public testing::Test {
 protected:
  TenThousandHires() {
    connected_.hire(R"({"department":"Department 0"})");
    if (connected_.newHires(1).size() != 1) throw std::runtime_error("there is no new hire to copy");
    connected_.host.stop();
    {
      host_stub::Database database(connected_.host.data());
      host_stub::WorkSchedule wakes(database);
      host_stub::SqliteStore store(database, wakes, {"main", connected_.id}, false);
      multiply(store);
    }
    connected_.host.start();
  }

  Connected connected_;
};

TEST_F(TenThousandHires, AreListedPageByPage) {
  std::printf("GET /api/new-hires?$limit=50 of %d new hires, the median:\n", kHires);
  const auto median = [&](const char* query, int total) {
    const double took = medianOf([&] {
      const HttpAnswer answer = connected_.host.call("GET", "/api/new-hires?$limit=50" + std::string(query));
      EXPECT_EQ(answer.json()["total"], total) << query;
      EXPECT_EQ(answer.json()["data"].size(), static_cast<std::size_t>(std::min(total, 50))) << query;
    });
    std::printf("  %-28s %6.1f ms\n", query, took);
  };
  median("", kHires);
  median("&sort=lastName", kHires);
  median("&q=last12", 111);
  median("&department=Department%203", kHires / kDepartments);

  const Host& host = connected_.host;
  const std::map<std::string, std::string> form{{"Content-Type", "application/x-www-form-urlencoded"}};
  const HttpAnswer signedIn =
      host.send("POST", host.url() + "/sign-in", "token=" + connected_.host.newUser("Hal", "owner"), form);
  const std::string cookie = signedIn.headers.at("Set-Cookie");
  std::printf("pages of the same host, the median:\n");
  const std::string hire =
      host.call("GET", "/api/new-hires?$limit=1").json()["data"][0]["id"].get<std::string>();
  for (const std::string& page :
       {std::string("/new-hires"), std::string("/new-hires?sort=lastName"),
        std::string("/new-hires?q=last12"), "/new-hires/" + hire, std::string("/people"),
        std::string("/admin"), "/admin/connections/" + connected_.id}) {
    const double took = medianOf([&] {
      const HttpAnswer answer =
          host.send("GET", host.url() + page, "",
                    {{"Accept", "text/html"}, {"Cookie", cookie.substr(0, cookie.find(';'))}});
      EXPECT_EQ(answer.status, 200) << page;
    });
    std::printf("  %-28s %6.1f ms\n", page.substr(0, 28).c_str(), took);
  }
}

}  // namespace
}  // namespace host_stub_test
