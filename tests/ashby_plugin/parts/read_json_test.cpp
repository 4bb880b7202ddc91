#include "json/read_json.hpp"

#include <gtest/gtest.h>

#include "hires/records/stored_records.hpp"
#include "integration/json.hpp"

namespace ashby::test {
namespace {

std::string nested(std::size_t levels) {
  return std::string(levels, '[') + std::string(levels, ']');
}

std::string refusal(const std::string& text, integration::Json (*read)(std::string_view, std::string_view)) {
  try {
    (void)read(text, "it");
    return "";
  } catch (const integration::Failure& failure) {
    return failure.what();
  }
}

TEST(ReadJson, MakesTheSameTreeAsTheCarefulReader) {
  for (
      const std::string text :
      {R"({"b":1,"a":[-1,0,-0,18446744073709551615,-9223372036854775808],"c":{"d":null,"e":[true,false,{}]}})",
       R"({"a":1,"a":null,"a":"last"})", R"({"a":{"x":1},"a":[]})", R"({"a":7,"a":null})",
       R"({"exact":[1.50,1e3,123456789012345678901234567890]})", R"("Zoë \u00e9 \ud83d\ude00 \"q\" \\ \n")",
       "7", "null", " [ ] "}) {
    const auto careful = integration::parseJson(text);
    const auto fast = readJson(text);
    EXPECT_EQ(fast, careful) << text;
    EXPECT_EQ(integration::dumpJson(fast), integration::dumpJson(careful)) << text;
  }
  EXPECT_TRUE(readJson("3").is_number_unsigned());
  EXPECT_EQ(readJson(nested(64)), integration::parseJson(nested(64)));
}

TEST(ReadJson, RefusesWhatTheCarefulReaderRefuses) {
  for (const std::string text :
       {"", "{", "[1,]", "{\"a\":1} x", "01", "\"\xff\"", "\"\n\"", "\"\\ud800\"", "tru"}) {
    EXPECT_NE(refusal(text, &readJson), "") << text;
    EXPECT_EQ(refusal(text, &readJson), refusal(text, &integration::parseJson)) << text;
  }
  EXPECT_EQ(refusal(nested(65), &readJson), "it is nested deeper than 64 levels");
}

std::string objectOf(std::size_t members) {
  std::string out = "{\"n0\":0";
  for (std::size_t i = 1; i < members; ++i) out += ",\"n" + std::to_string(i) + "\":" + std::to_string(i);
  return out;  // without the closing brace
}

TEST(ReadJson, TakesTenThousandMembersAndNotOneMore) {
  const std::string most = objectOf(integration::kMaxJsonMembers);
  for (const auto read : {&readJson, &integration::parseJson}) {
    EXPECT_EQ(refusal(most + "}", read), "");
    EXPECT_EQ(refusal(most + ",\"n9999\":1}", read), "") << "a name once more is no other member";
    EXPECT_EQ(refusal(most + ",\"more\":1}", read), "it holds an object that has more than 10,000 members");
    EXPECT_EQ(refusal("[" + most + ",\"more\":{}}]", read),
              "it holds an object that has more than 10,000 members");
  }
}

TEST(ReadJson, KeepsTheLastOfEqualNamesInAnyObject) {
  for (const std::size_t members : {2U, 31U, 32U, 33U, 200U}) {
    const std::string text = objectOf(members) + ",\"n1\":\"last\",\"z\":{\"a\":[]},\"n0\":null}";
    const auto tree = integration::parseJson(text);
    EXPECT_EQ(tree.size(), members + 1);
    EXPECT_EQ(tree["n1"], "last");
    EXPECT_TRUE(tree["n0"].is_null());
    EXPECT_EQ(tree.begin().key(), "n0") << "in the first one's place";
    EXPECT_EQ(readJson(text), tree);
  }
}

TEST(RecordText, LeavesNullsOutButInANamesAlternatives) {
  HireDocument document;
  document.id = "h";
  document.fields.firstName = "Zoë \"Z\" \\ \n\x01";
  document.nameParts.alternatives = {{{"firstName", "Z"}, {"middleName", std::nullopt}}};
  const std::string text = encode(document);
  EXPECT_EQ(text.find("null"), text.rfind("null"));
  const auto read = decode<HireDocument>({"hire/staged/h", text, 1});
  EXPECT_EQ(read->fields, document.fields);
  EXPECT_EQ(read->nameParts, document.nameParts);
}

}  // namespace
}  // namespace ashby::test
