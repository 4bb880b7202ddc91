// Tests /healthz and /readyz.
#include <fstream>

#include "site_fixture.hpp"

namespace host_stub::test {
namespace {

class Readiness : public SiteFixture {
 protected:
  int ready() const { return ask(get("/readyz")).status; }
};

TEST_F(Readiness, BeginsAndEndsWithServing) {
  const RawAnswer before = ask(get("/readyz"));
  EXPECT_EQ(before.status, 503);
  EXPECT_TRUE(hasHeader(before, "Retry-After: 5"));
  serve();
  EXPECT_EQ(ready(), 200);
  site_->stopServing();
  EXPECT_EQ(ready(), 503);
}

TEST_F(Readiness, NeedsDataThatCanBeRead) {
  serve();
  for (const char* name : {"host.db", "host.db-wal"})
    std::ofstream(folder_ / "data" / name, std::ios::binary | std::ios::trunc) << std::string(1 << 20, 'x');
  EXPECT_EQ(ready(), 503);
  EXPECT_EQ(ask(get("/healthz")).status, 200) << "the process lives";
}

TEST_F(Readiness, LivenessNeedsNoServing) {
  EXPECT_EQ(ask(get("/healthz")).status, 200);
}

TEST_F(Readiness, TakesGetAlone) {
  serve();
  for (const char* path : {"/healthz", "/readyz"}) {
    const RawAnswer answer = ask(post(path, "x"));
    EXPECT_EQ(answer.status, 405);
    EXPECT_TRUE(hasHeader(answer, "Allow: GET, HEAD"));
  }
}

}  // namespace
}  // namespace host_stub::test
