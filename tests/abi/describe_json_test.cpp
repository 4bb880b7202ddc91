// Tests described structs to and from JSON.
#include "support.hpp"

namespace integration {

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Inner {
  std::string value;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (value))

struct Base {
  std::int32_t inherited = 0;
};
BOOST_DESCRIBE_STRUCT(Base, (), (inherited))

struct Sample : Base {
  std::string text;
  Colour colour = Colour::red;
  std::optional<std::string> optional;
  Patch<std::string> patch;
  std::vector<Inner> list;
  std::map<std::string, std::uint8_t> map;
  std::optional<ExactNumber> number;
};
BOOST_DESCRIBE_STRUCT(Sample, (Base), (text, colour, optional, patch, list, map, number))

struct Written {
  std::optional<std::string> nothing;
  Patch<std::string> absent, cleared;
  std::vector<std::string> empty;
  RawJson raw;
  Colour colour = Colour::green;
};
BOOST_DESCRIBE_STRUCT(Written, (), (nothing, absent, cleared, empty, raw, colour))

namespace {

using ::testing::HasSubstr;

constexpr char kLeast[] = R"({"inherited": 1, "text": "t", "colour": "green"})";

Sample sampleWith(const std::string& more) {
  return fromJsonText<Sample>(std::string(kLeast, sizeof(kLeast) - 2) + (more.empty() ? "" : ", " + more) +
                              "}");
}
Error errorOfSample(const std::string& text, UnknownMembers unknown = UnknownMembers::ignored) {
  return errorOf([&] { fromJsonText<Sample>(text, "the sample", unknown); });
}

TEST(FromJson, NeedsOnlyPlainMembers) {
  const Sample sample = sampleWith("");
  EXPECT_EQ(sample.inherited, 1);
  EXPECT_EQ(sample.colour, Colour::green);
  EXPECT_FALSE(sample.optional);
  EXPECT_TRUE(sample.list.empty() && sample.map.empty());
}

TEST(FromJson, TakesNullForWhatMayBeMissing) {
  const Sample sample = sampleWith(R"("optional": null, "list": null, "map": null, "number": null)");
  EXPECT_FALSE(sample.optional);
  EXPECT_TRUE(sample.list.empty() && sample.map.empty());
}

TEST(FromJson, TellsMissingFromNullInAPatch) {
  EXPECT_FALSE(sampleWith("").patch.present);
  EXPECT_TRUE(sampleWith(R"("patch": null)").patch.present);
  EXPECT_FALSE(sampleWith(R"("patch": null)").patch.value);
  EXPECT_EQ(sampleWith(R"("patch": "p")").patch.value, "p");
}

TEST(FromJson, LetsUnknownMembersPassUnlessTold) {
  const std::string text = R"({"inherited": 1, "text": "t", "colour": "red", "new": {"a": 1}})";
  EXPECT_EQ(errorOfSample(text).code, Code::ok);
  const Error error = errorOfSample(text, UnknownMembers::refused);
  ASSERT_EQ(error.issues.size(), 1u);
  EXPECT_EQ(error.issues[0].path, "new");
  EXPECT_EQ(error.issues[0].code, "unknown");
}

TEST(FromJson, CollectsEveryErrorUnderItsPath) {
  const Error error = errorOfSample(
      R"({"inherited": "1", "colour": "blue", "optional": 5, "list": [{"value": "v"}, {}, 7], "map": {"a": 256}})");
  EXPECT_EQ(error.code, Code::invalidArgument);
  EXPECT_THAT(error.message, HasSubstr("the sample has the wrong shape"));
  std::map<std::string, std::string> found;
  for (const Issue& issue : error.issues) found[issue.path] = issue.code + ": " + issue.message;
  EXPECT_EQ(found, (std::map<std::string, std::string>{
                       {"inherited", "invalid: must be a whole number from -2147483648 to 2147483647"},
                       {"text", "required: text is missing"},
                       {"colour", "invalid: must be one of red, green"},
                       {"optional", "invalid: must be text"},
                       {"list/1/value", "required: value is missing"},
                       {"list/2", "invalid: must be an object"},
                       {"map/a", "invalid: must be a whole number from 0 to 255"}}));
}

TEST(FromJson, CollectsAHundredErrorsAtMost) {
  Json sample = {{"inherited", 1}, {"text", "a"}, {"colour", "red"}, {"list", Json::array()}};
  for (int i = 0; i < 300; ++i) sample["list"].push_back(i);
  EXPECT_THAT(errorOf([&] { fromJsonText<Sample>(dumpJson(sample), "the sample"); }).issues,
              testing::SizeIs(100));
}

TEST(FromJson, RefusesNumbersOutOfRangeInsteadOfCuttingThem) {
  auto inherited = [](const std::string& number) {
    return errorOfSample(R"({"text": "t", "colour": "red", "inherited": )" + number + "}").code;
  };
  EXPECT_EQ(inherited("2147483647"), Code::ok);
  EXPECT_EQ(inherited("-2147483648"), Code::ok);
  EXPECT_EQ(inherited("2147483648"), Code::invalidArgument);
  EXPECT_EQ(inherited("5000000000"), Code::invalidArgument);
  EXPECT_EQ(inherited("1.0"), Code::invalidArgument);
  EXPECT_EQ(inherited("99999999999999999999999"), Code::invalidArgument);
  EXPECT_EQ(inherited("true"), Code::invalidArgument);
}

TEST(FromJson, KeepsNumbersExactly) {
  for (const char* number :
       {"82000.10", "1e5", "0.1", "123456789012345678901234567890", "-0.0", "9007199254740993"})
    EXPECT_EQ(sampleWith(std::string("\"number\": ") + number).number.value().text, number);
  EXPECT_EQ(
      errorOfSample(R"({"inherited": 1, "text": "t", "colour": "red", "number": "5"})").issues.at(0).path,
      "number");
}

TEST(FromJson, RefusesTextThatIsNoJsonWithoutRepeatingIt) {
  for (const char* text : {"", "{", "{\"a\":}", "secret", "{\"text\":\"\xff\"}", "nul", "{} x"}) {
    const Error error = errorOfSample(text);
    EXPECT_EQ(error.code, Code::invalidArgument) << text;
    EXPECT_THAT(error.message, HasSubstr("the sample is not JSON: broken at byte")) << text;
    EXPECT_THAT(error.message, ::testing::Not(HasSubstr("secret")));
  }
}

TEST(FromJson, RefusesAZeroByteBehindTheText) {
  const std::string text = std::string("{\"inherited\": 1}") + '\0';
  EXPECT_EQ(errorOfSample(text).message, "the sample is not JSON: broken at byte 17");
  EXPECT_EQ(errorOfSample(text + "and more").message, "the sample is not JSON: broken at byte 17");
}

TEST(FromJson, TakesSixtyFourLevelsAndRefusesMore) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_NO_THROW(parseJson(nested(64)));
  EXPECT_EQ(errorOf([&] { parseJson(nested(65)); }).code, Code::invalidArgument);
  EXPECT_EQ(errorOf([&] { parseJson(std::string(100000, '[')); }).code, Code::invalidArgument);
  std::string objects;
  for (int i = 0; i < 100000; ++i) objects += "{\"a\":";
  EXPECT_EQ(errorOf([&] { parseJson(objects); }).code, Code::invalidArgument);
}

TEST(FromJson, TakesTheLastOfSeveralSameNames) {
  EXPECT_EQ(fromJsonText<Inner>(R"({"value": "first", "value": "last"})").value, "last");
}

TEST(ToJson, WritesMembersInOrderBasesFirst) {
  Sample sample;
  sample.text = "t";
  sample.list.push_back({"v"});
  sample.map["k"] = 3;
  sample.number.reset();
  Written written;
  written.cleared.present = true;
  EXPECT_EQ(toJsonText(written), R"({"nothing":null,"cleared":null,"empty":[],"raw":null,"colour":"green"})");
  Person person;
  person.firstName = "N";
  person.id = "p";
  EXPECT_THAT(toJsonText(person), ::testing::StartsWith(R"({"firstName":"N","middleName":null)"));
  EXPECT_THAT(toJsonText(person),
              ::testing::EndsWith(R"("id":"p","source":"","sourceId":"","createdAt":""})"));
}

TEST(ToJson, ReplacesBytesThatAreNoUtf8) {
  EXPECT_EQ(toJsonText(Inner{"a\xff"}), "{\"value\":\"a\xef\xbf\xbd\"}");
}

TEST(ToJson, AndBackIsTheSame) {
  NewHire hire;
  hire.id = "h";
  hire.state = HireState::withdrawn;
  hire.fields.salaryAmount = "91500.5";
  hire.nameParts.alternatives = {{{"firstName", "A"}, {"lastName", std::nullopt}}};
  hire.issues = {{"lastName", "uncertain", "check it"}};
  hire.changes = {{"jobTitle", "x", std::nullopt}};
  const NewHire back = fromJsonText<NewHire>(toJsonText(hire));
  EXPECT_EQ(back.state, HireState::withdrawn);
  EXPECT_EQ(back.fields, hire.fields);
  EXPECT_EQ(back.nameParts, hire.nameParts);
  EXPECT_EQ(back.issues, hire.issues);
  EXPECT_EQ(back.changes, hire.changes);
}

TEST(Errors, CrossWhole) {
  const Error error{Code::unavailable, "later", 1500, {{"a", "b", "c"}}};
  const std::string text = errorToJsonText(error);
  EXPECT_EQ(
      text,
      R"({"code":14,"message":"later","retryAfterMs":1500,"issues":[{"path":"a","code":"b","message":"c"}]})");
}

TEST(ExactNumbers, AreWrittenAsTheyWereRead) {
  for (const char* text :
       {"5000.10", "1e5", "123456789012345678901234567890", R"([0.1,{"a":[2.50],"b\"c":"d"}])"})
    EXPECT_EQ(dumpJson(parseJson(text)), text);
}

// Each struct that crosses the ABI must describe all its members, because a forgotten one would vanish
// silently.
template <class T, std::size_t count>
constexpr bool describes = boost::mp11::mp_size<detail::MembersOf<T>>::value == count;
static_assert(describes<HireFields, 26> &&
              sizeof(HireFields) == 25 * sizeof(Text) + sizeof(std::map<std::string, Text>));
static_assert(describes<FieldChange, 5> &&
              sizeof(FieldChange) == sizeof(std::string) + 2 * sizeof(Text) + 2 * sizeof(std::optional<Pay>));
static_assert(describes<Pay, 3> && sizeof(Pay) == 3 * sizeof(Text));
static_assert(describes<Issue, 3> && sizeof(Issue) == 3 * sizeof(std::string));
static_assert(describes<HireSource, 6> && sizeof(HireSource) == 2 * sizeof(std::string) + 4 * sizeof(Text));
static_assert(describes<Person, 30> && sizeof(Person) == sizeof(HireFields) + 4 * sizeof(std::string));
static_assert(describes<NewHire, 14> && describes<ListQuery, 10> && describes<ConnectionStatus, 5>);

}  // namespace
}  // namespace integration
