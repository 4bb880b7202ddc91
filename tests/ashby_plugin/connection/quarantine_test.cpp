// Tests a hire whose reading crashed the host: it waits, and delays no other hire.
#include "hires/work/quarantine.hpp"
#include "support/connection.hpp"

namespace ashby::test {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::SizeIs;

class Quarantine : public Connected {
 protected:
  void setAside(const std::string& applicationId) {
    FakeCall call(host, CallKind::userAction);
    quarantine(call, {applicationId, "reading it ended the whole host"});
  }
  // Makes a hire that is due to be read, and sets it aside. Returns the application's id.
  std::string quarantined() {
    std::string id = hire();
    deliver();
    setAside(id);
    return id;
  }
};

TEST_F(Quarantine, KeepsTheHireAwayForADay) {
  const std::string id = quarantined(), other = hire({{"name", "Omar Reyes"}});
  deliver();
  pass(23 * kHour);
  ASSERT_THAT(hires(), SizeIs(1));
  EXPECT_EQ(hires()[0].source.applicationId, other);
  pass(2 * kHour);
  EXPECT_EQ(hireOf(id).state, HireState::staged);
  EXPECT_EQ(status().state, ConnectionState::active);
}

TEST_F(Quarantine, IsToldToPeople) {
  const std::string id = quarantined();
  EXPECT_EQ(status().state, ConnectionState::failing);
  const auto lines = activityOf("import", "failed");
  ASSERT_THAT(lines, SizeIs(1));
  EXPECT_EQ(lines[0].applicationId, id);
  EXPECT_EQ(lines[0].reason, "reading it ended the whole host");
  EXPECT_THAT(why(id).reason, HasSubstr("reading it ended the whole host"));
  settle();
  EXPECT_THAT(host.notices.told(), SizeIs(1));
}

TEST_F(Quarantine, EndsWhenAPersonAsks) {
  const std::string id = quarantined();
  retry(activityOf("import", "failed").at(0).id);
  settle();
  EXPECT_EQ(hireOf(id).state, HireState::staged);
}

TEST_F(Quarantine, DoesNothingWithoutSuchAHire) {
  const std::string before = dump();
  setAside("no-such-application");
  EXPECT_EQ(dump(), before);
}

TEST_F(Quarantine, FindsTheHireByTheNoteOfItsReading) {
  const std::string id = hire();
  deliver();
  settle();
  const std::vector<std::string> notes = host.log.notes();
  EXPECT_THAT(notes, Contains(id));
  EXPECT_EQ(notes.back(), "");
}

}  // namespace
}  // namespace ashby::test
