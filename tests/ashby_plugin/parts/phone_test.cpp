#include "mapping/phone.hpp"

#include <thread>

#include "support/fixtures.hpp"

namespace ashby::test {
namespace {

struct Case {
  const char* typed;
  const char* region;
  const char* number;
};

Text regionOf(const Case& c) {
  return *c.region == '\0' ? std::nullopt : Text(c.region);
}

TEST(ReadPhone, GivesE164WhereTheCountryIsKnown) {
  const std::vector<Case> cases = {
      {"+44 20 7946 0958", "", "+442079460958"},
      {"+44 (0)20 7946-0958", "", "+442079460958"},
      {"+44.20.7946.0958", "FR", "+442079460958"},
      {"020 7946 0958", "GB", "+442079460958"},
      {"(0)20 7946 0958", "GB", "+442079460958"},
      {"020 7946 0958", "gb", "+442079460958"},
      {"0044 20 7946 0958", "GB", "+442079460958"},
      {"011 44 20 7946 0958", "US", "+442079460958"},
      {"tel:+44-20-7946-0958", "", "+442079460958"},
      {"+44 20 7946 0958", "XX", "+442079460958"},
      {"+34 (0)91 123 45 67", "", "+34911234567"},  // Spain has no 0 to drop
      {"+46 (0)8 123 456 78", "", "+46812345678"},
      {"+1 800 FLOWERS", "", "+18003569377"},
      {"\u202a+44 20 7946 0958\u202c", "", "+442079460958"},
      {" +44\u00a020 7946 0958\r\n", "", "+442079460958"},
  };
  for (const Case& c : cases) {
    const Phone phone = readPhone(c.typed, regionOf(c));
    EXPECT_EQ(phone.number, c.number) << c.typed;
    EXPECT_EQ(phone.issueCode, "") << c.typed << ": " << phone.message;
    EXPECT_EQ(phone.extension, std::nullopt) << c.typed;
  }
}

TEST(ReadPhone, KeepsTheZeroOfItaly) {
  EXPECT_EQ(readPhone("+39 06 698 12345", {}).number, "+390669812345");
  EXPECT_EQ(readPhone("+39 (0)6 698 12345", {}).number, "+390669812345");
  EXPECT_EQ(readPhone("06 698 12345", "IT").number, "+390669812345");
}

TEST(ReadPhone, ReadsDigitsOfAnyScript) {
  EXPECT_EQ(readPhone("+٤٤ ٢٠ ٧٩٤٦ ٠٩٥٨", {}).number, "+442079460958");
  EXPECT_EQ(readPhone("＋４４２０７９４６０９５８", {}).number, "+442079460958");
}

TEST(ReadPhone, TakesNoMoreThanTheFifteenDigitsOfE164) {
  EXPECT_EQ(readPhone("+81 2308 1231 41230", {}).number, "+812308123141230");
  const Phone longer = readPhone("+81 2308 1231 4123085", {});
  EXPECT_EQ(longer.number, "+81 2308 1231 4123085");
  EXPECT_EQ(longer.issueCode, "invalid");
}

TEST(ReadPhone, KeepsTheExtensionApart) {
  for (const char* typed : {"+44 20 7946 0958 x12", "+44 20 7946 0958 ext. 12", "+44 20 7946 0958 #12",
                            "tel:+44-20-7946-0958;ext=12"}) {
    const Phone phone = readPhone(typed, {});
    EXPECT_EQ(phone.number, "+442079460958") << typed;
    EXPECT_EQ(phone.extension, "12") << typed;
  }
}

TEST(ReadPhone, GuessesNoCountry) {
  for (const char* typed : {"020 7946 0958", "0044 20 7946 0958", "442079460958", "8 912 345 67 89"}) {
    for (const Text& region : {Text(), Text("XX"), Text("")}) {
      const Phone phone = readPhone(typed, region);
      EXPECT_EQ(phone.number, typed);
      EXPECT_EQ(phone.issueCode, "uncertain") << typed;
      EXPECT_THAT(phone.message, testing::HasSubstr("country"));
    }
  }
}

TEST(ReadPhone, Takes00AsAPrefixOnlyWhereTheRegionDials00) {
  EXPECT_EQ(readPhone("0044 20 7946 0958", "DE").number, "+442079460958");
  EXPECT_EQ(readPhone("0044 20 7946 0958", "US").number, "0044 20 7946 0958");
}

TEST(ReadPhone, TakesAPossibleNumberOfARangeThatIsNotKnownToBeInUse) {
  for (const char* typed : {"+1 555 555 5555", "+44 7700 900123"})
    EXPECT_EQ(readPhone(typed, {}).issueCode, "") << typed;
  EXPECT_EQ(readPhone("+1 555 555 5555", {}).number, "+15555555555");
}

TEST(ReadPhone, LeavesALocalNumberAsTypedAndAsksForItsAreaCode) {
  const Phone phone = readPhone("253 0000", "US");
  EXPECT_EQ(phone.number, "253 0000");
  EXPECT_EQ(phone.issueCode, "uncertain");
  EXPECT_THAT(phone.message, testing::HasSubstr("area code"));
}

TEST(ReadPhone, LeavesWhatCanBeNoNumberAsTyped) {
  for (const char* typed : {"call me", "+12", "+999 1234567", "+1234567890123456789", "+44 20", "n/a",
                            "+44 20 7946 0958 / +44 7400 123456"}) {
    const Phone phone = readPhone(typed, "GB");
    EXPECT_EQ(phone.number, typed);
    EXPECT_EQ(phone.issueCode, "invalid") << typed;
  }
}

TEST(ReadPhone, SaysNothingOfNothing) {
  const Phone phone = readPhone(" \u200b ", "GB");
  EXPECT_EQ(phone.number, "");
  EXPECT_EQ(phone.issueCode, "");
}

TEST(ComparablePhone, IsTheSameForWaysOfWritingOneLine) {
  const std::string key = comparablePhone("+44 20 7946 0958", {});
  EXPECT_EQ(key, comparablePhone("020 7946-0958", "GB"));
  EXPECT_EQ(key, comparablePhone("+44 (0)20.7946.0958", "US"));
  EXPECT_EQ(comparablePhone("020 7946 0958", {}), comparablePhone("(020) 7946-0958", {}));
  EXPECT_EQ(comparablePhone("+44 20 7946 0958 x12", {}), comparablePhone("tel:+442079460958;ext=12", {}));
}

TEST(ComparablePhone, IsAnotherForAnotherLine) {
  const std::string key = comparablePhone("+44 20 7946 0958", {});
  EXPECT_NE(key, comparablePhone("+44 20 7946 0959", {}));
  EXPECT_NE(key, comparablePhone("+44 20 7946 0958 x12", {}));
  EXPECT_NE(key, comparablePhone("020 7946 0958", {}));
}

TEST(ComparablePhone, IsEmptyWhereThereIsTooLittleToCompare) {
  for (const char* typed : {"", "n/a", "12345", "call me"})
    EXPECT_EQ(comparablePhone(typed, {}), "") << typed;
}

TEST(ReadPhone, MayBeCalledByThreadsAtOnce) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([] {
      for (int n = 0; n < 200; ++n) EXPECT_EQ(readPhone("020 7946 0958", "GB").number, "+442079460958");
    });
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace ashby::test
