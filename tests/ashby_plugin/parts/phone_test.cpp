#include "fields/phone.hpp"

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

TEST(ReadPhone, TakesAPossibleNumberOfAnUnknownRange) {
  for (const char* typed : {"+1 555 555 5555", "+44 7700 900123"})
    EXPECT_EQ(readPhone(typed, {}).issueCode, "") << typed;
  EXPECT_EQ(readPhone("+1 555 555 5555", {}).number, "+15555555555");
}

TEST(ReadPhone, KeepsLocalNumberAndAsksForAreaCode) {
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

// A word, digits in brackets or an hour beside the number are left out and reported.
TEST(ReadPhone, KeepsARemarkOutOfTheDigits) {
  const std::vector<Case> cases = {
      {"+49 30 901820 (Mum)", "", "+4930901820"},
      {"+46 70 123 45 67 (Eva)", "", "+46701234567"},
      {"+972 50 123 4567 (Dan)", "", "+972501234567"},
      {"070 123 45 67 (Eva)", "SE", "+46701234567"},
      {"+49 30 123456 (2)", "", "+4930123456"},
      {"+49 30 123456 (9-17)", "", "+4930123456"},
      {"+49 30 123456 dad", "", "+4930123456"},
      {"+49 30 901820 wife", "", "+4930901820"},
      {"+82 10 1234 5678 (mum)", "", "+821012345678"},
      {"+86 138 0013 8000 vx123", "", "+8613800138000"},
      {"+420 601 123 456 (Eva)", "", "+420601123456"},
      // Remarks before the number and within it, and numbers of other countries.
      {"Eva: +43 1 5123456", "", "+4315123456"},
      {"(2) +49 30 123456", "", "+4930123456"},
      {"2. +61 2 9374 4000", "", "+61293744000"},
      {"+65 6521 8000 WhatsApp", "", "+6565218000"},
      {"+91 98765 43210 (after 18:00)", "", "+919876543210"},
      {"+49 30 123456 Büro", "", "+4930123456"},
      {"+49 30 123456 дом", "", "+4930123456"},
      {"+49 30 123456 (9-17, Mo-Fr)", "", "+4930123456"},
      {"+49 30 123456 room 12", "", "+4930123456"},
      {"+49 30 123456home, ask for Eva", "", "+4930123456"},
      {"+49 30 123456 (2", "", "+4930123456"},
      {"+81\u20093\u202f1234\u30005678 ja", "", "+81312345678"},
      {"+49 30 123456?", "", "+4930123456"},
      {"+49 30 123456 ②", "", "+4930123456"},
      {"+49 30 123456-EVA", "", "+4930123456"},
      {"+49 30 123456 Mo–Fr 9–17", "", "+4930123456"},
      {"@eva +49 171 1234567", "", "+491711234567"},
      {"+46 70 123 45 67 Eva", "", "+46701234567"},
      {"3. OG, 030 123456", "DE", "+4930123456"},
      {"9-17 Uhr: 030 123456", "DE", "+4930123456"},
  };
  for (const Case& c : cases) {
    const Phone phone = readPhone(c.typed, regionOf(c));
    EXPECT_EQ(phone.number, c.number) << c.typed;
    EXPECT_EQ(phone.issueCode, "uncertain") << c.typed;
    EXPECT_EQ(phone.extension, std::nullopt) << c.typed;
  }
}

TEST(ReadPhone, TakesALabelForWhatItIs) {
  const std::vector<Case> cases = {
      {"+49 30 123456 home", "", "+4930123456"},        {"+61 2 9374 4000 (mob)", "", "+61293744000"},
      {"+81 3 1234 5678 home", "", "+81312345678"},     {"(030) 123456 (home)", "DE", "+4930123456"},
      {"Mobile: +49 171 1234567", "", "+491711234567"}, {"Tel. 030/123456", "DE", "+4930123456"},
      {"T +44 20 7946 0958", "", "+442079460958"},      {"(020 7946 0958)", "GB", "+442079460958"},
  };
  for (const Case& c : cases) {
    const Phone phone = readPhone(c.typed, regionOf(c));
    EXPECT_EQ(phone.number, c.number) << c.typed;
    EXPECT_EQ(phone.issueCode, "") << c.typed;
  }
}

TEST(ReadPhone, ReadsNothingWhereDigitsAreUnclear) {
  for (const char* typed :
       {"+49 30 123456 2nd", "+49 30 123456 9-17", "+49 30 123456 9-17 Uhr", "+49 30 123456 18:00",
        "+46 70 123 45 67 2", "030 123456/57", "(2) 030 123456", "1) 030 123456", "+49 30 123456, 17",
        "T030 123456", "+49 30 123456 3. Stock", "+49 30 123456 9 Uhr", "Büro 2 030 123456", "2 030 123456",
        "+1 212 555 0123²", "*31#030 123456", "+49 30 123456 18h"}) {
    const Phone phone = readPhone(typed, "DE");
    EXPECT_EQ(phone.number, typed);
    EXPECT_EQ(phone.issueCode, "uncertain") << typed;
  }
}

TEST(ReadPhone, LeavesTwoNumbersAsTyped) {
  for (const char* typed :
       {"+49 30 123456 +49 171 1234567", "030 123456 / 0171 1234567", "030 1234567, 0171 1234567",
        "030 1234567\n0171 1234567", "030 1234567 oder 0171 1234567", "030 1234567 (0171 1234567)",
        "+49 30 1234567 home, +49 171 1234567 (Eva)"}) {
    const Phone phone = readPhone(typed, "DE");
    EXPECT_EQ(phone.number, typed);
    EXPECT_NE(phone.issueCode, "") << typed;
  }
}

TEST(ReadPhone, CountsLettersOnlyInAServiceNumber) {
  EXPECT_EQ(readPhone("1-800-FLOWERS", "US").number, "+18003569377");
  for (const char* typed : {"+1 800 FLOWERS (Eva)", "+1 800 CALL NOW", "+1 800 flowers", "+1 212 555 HOME",
                            "+44 20 7946 HOME", "+1 (FLOWERS) 800"}) {
    EXPECT_EQ(readPhone(typed, {}).number, typed);
    EXPECT_NE(readPhone(typed, {}).issueCode, "") << typed;
  }
}

TEST(ReadPhone, ReadsSeparatorsOfItsCountry) {
  const std::vector<Case> cases = {
      {"030/123456", "DE", "+4930123456"},
      {"0171/1234567", "DE", "+491711234567"},
      {"0049 170/1234567", "DE", "+491701234567"},
      {"030 1234-17", "DE", "+4930123417"},
      {"+33 1 23 45 67-89", "", "+33123456789"},
      {"+46 70 123 45 67", "", "+46701234567"},
      {"+49 30 12 34 56", "", "+4930123456"},
      {"1 (212) 555-1234", "US", "+12125551234"},
      {"(02) 9374 4000", "AU", "+61293744000"},
      {"(+44) 20 7946 0958", "", "+442079460958"},
      {"0(20) 7946 0958", "GB", "+442079460958"},
      {"[020] 7946 0958", "GB", "+442079460958"},
      {"＋４４（２０）７９４６－０９５８", "", "+442079460958"},
      {"+44 20 7946 0958 (ext 12)", "", "+442079460958"},
  };
  for (const Case& c : cases) {
    const Phone phone = readPhone(c.typed, regionOf(c));
    EXPECT_EQ(phone.number, c.number) << c.typed;
    EXPECT_EQ(phone.issueCode, "") << c.typed << ": " << phone.message;
  }
}

TEST(ComparablePhone, IsTheSameWithAndWithoutARemark) {
  const std::string key = comparablePhone("+49 30 555123", {});
  for (const char* typed :
       {"+49 30 555123 home", "+49 30 555123 (2)", "Eva: +49 30 555123", "+4930555123 dad"})
    EXPECT_EQ(comparablePhone(typed, {}), key) << typed;
  EXPECT_EQ(comparablePhone("030 555123 (Eva)", "DE"), key);
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
