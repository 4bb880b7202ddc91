#include "net/server/metrics.hpp"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace host_stub {
namespace {

TEST(Metrics, RenderAsOpenMetricsText) {
  Metrics metrics;
  metrics.counter("http_requests", "Requests answered.", {{"class", "2xx"}}).add(3);
  metrics.counter("http_requests", "Requests answered.", {{"class", "4xx"}});
  metrics.gauge("open", "Open \"things\"\nnow.").set(-2);
  EXPECT_EQ(metrics.render(),
            "# TYPE http_requests counter\n"
            "# HELP http_requests Requests answered.\n"
            "http_requests_total{class=\"2xx\"} 3\n"
            "http_requests_total{class=\"4xx\"} 0\n"
            "# TYPE open gauge\n"
            "# HELP open Open \\\"things\\\"\\nnow.\n"
            "open -2\n"
            "# EOF\n");
}

TEST(Metrics, NothingMeasuredIsStillACompleteText) {
  EXPECT_EQ(Metrics().render(), "# EOF\n");
}

TEST(Metrics, LabelValuesAreEscapedAndLabelsSorted) {
  Metrics metrics;
  metrics.gauge("g", "h", {{"z", "a\\b"}, {"a", "say \"hi\"\n"}}).set(1);
  EXPECT_NE(metrics.render().find("g{a=\"say \\\"hi\\\"\\n\",z=\"a\\\\b\"} 1\n"), std::string::npos);
}

TEST(Metrics, CountEveryAdditionOfManyThreads) {
  Metrics metrics;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&metrics] {
      for (int n = 0; n < 1000; ++n) metrics.counter("c", "help", {{"n", std::to_string(n % 3)}}).add();
    });
  for (std::thread& thread : threads) thread.join();
  std::uint64_t sum = 0;
  for (int n = 0; n < 3; ++n) sum += metrics.counter("c", "help", {{"n", std::to_string(n)}}).value();
  EXPECT_EQ(sum, 8000u);
}

}  // namespace
}  // namespace host_stub
