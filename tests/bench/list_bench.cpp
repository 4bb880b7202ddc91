// Measures the list of many new hires, beside reading the hires alone.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <memory>

#include "ashby/ashby_hire_source.hpp"
#include "hires/records/hire_repository.hpp"
#include "hires/review/hire_list.hpp"
#include "host_folder.hpp"
#include "integration/testing/fake_host.hpp"
#include "integration/time.hpp"

namespace {

using ashby::HireDocument;
using integration::ListQuery;

constexpr int kHires = 10000;

HireDocument person(int number) {
  const std::string n = std::to_string(number);
  HireDocument hire;
  hire.id = "hire" + n;
  hire.source = {"ashby", "application" + n, "candidate" + n, "offer" + n, "First " + n, {}};
  integration::HireFields& fields = hire.fields;
  fields.firstName = "First";
  fields.lastName = std::to_string(number * 7919 % kHires);
  fields.personalEmail = n + "@home.example";
  fields.jobTitle = "Engineer";
  fields.department = "Department " + std::to_string(number % 20);
  fields.employmentStartDate = "2027-01-04";
  fields.salaryAmount = "65000";
  fields.salaryCurrency = "EUR";
  hire.fromSource = fields;
  hire.emails = {*fields.personalEmail};
  hire.importedAt = hire.updatedAt = integration::formatTime(1790000000000 + number * 1000);
  return hire;
}

struct Many {
  Many() {
    constexpr int kPerCommit = 16;
    for (int number = 0; number < kHires;) {
      integration::Commit commit;
      for (const int end = std::min(number + kPerCommit, kHires); number < end; ++number)
        ashby::addHire(commit.ops, person(number));
      if (!host.store.commit(commit).ok()) throw std::runtime_error("the hires can't be staged");
    }
    services = fake.services();
    services.store = &host.store;
  }

  bench::Host host;
  integration::test::FakeHost fake;
  integration::Services services;
};

std::unique_ptr<Many> many;

void open(const benchmark::State&) {
  if (!many) many = std::make_unique<Many>();
}

void lists(benchmark::State& state, const ListQuery& query) {
  ashby::AshbySession session;
  for (auto _ : state) {
    integration::test::FakeCall call(many->services, integration::CallKind::listStaged);
    const ashby::AshbyHireSource source(call, session);
    if (ashby::listHires(call, source, query).data.size() != query.limit)
      state.SkipWithError("hires are missing");
  }
}

ListQuery firstFifty() {
  ListQuery query;
  query.limit = 50;
  return query;
}
void listsByName(benchmark::State& state) {
  ListQuery query = firstFifty();
  query.sort = integration::HireSort::lastName;
  lists(state, query);
}
void searches(benchmark::State& state) {
  ListQuery query = firstFifty();
  query.q = "first 77";
  lists(state, query);
}
void listsFirst(benchmark::State& state) {
  lists(state, firstFifty());
}
BENCHMARK(listsFirst)->Name("list 50 of 10,000 new hires")->Setup(open);
BENCHMARK(listsByName)->Name("list 50 of 10,000 by last name")->Setup(open);
BENCHMARK(searches)->Name("search 10,000 new hires")->Setup(open);

void scans(benchmark::State& state) {
  for (auto _ : state) {
    integration::Range range = integration::Range::prefix(ashby::keys::hires(ashby::HireState::staged));
    std::size_t count = 0;
    for (bool more = true; more;) {
      const integration::Page page = many->host.store.scan(range);
      more = page.more;
      if (more) range.from = page.entries.back().key + '\0';
      count += page.entries.size();
    }
    if (count != kHires) state.SkipWithError("hires are missing");
  }
}
BENCHMARK(scans)->Name("scan of the 10,000 alone")->Setup(open);

}  // namespace
