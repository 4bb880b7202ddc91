// Tests the text of abi.h: the promises in the comments of all function pointers.
#include "support.hpp"

#include <regex>
#include <sstream>

namespace {

std::string header() {
  std::ifstream in(ABI_HEADER);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct FunctionPointer {
  std::string name, comment;
};

// Returns all function pointers with the comment at the end of their last line. The entry's type has its
// comment above.
std::vector<FunctionPointer> functionPointers() {
  std::vector<FunctionPointer> found;
  const std::string text = header();
  const std::regex member(R"(\(\*(\w+)\)\()");
  for (std::sregex_iterator at(text.begin(), text.end(), member), end; at != end; ++at) {
    const auto start = static_cast<std::size_t>(at->position());
    const std::size_t semicolon = text.find(';', start);
    const std::string name = (*at)[1];
    if (name == "integration_entry_fn")
      found.push_back({name, text.substr(text.rfind("/*", start), start - text.rfind("/*", start))});
    else
      found.push_back({name, text.substr(semicolon, text.find('\n', semicolon) - semicolon)});
  }
  return found;
}

int countOf(const std::string& text, const std::vector<std::string>& tags) {
  int count = 0;
  for (const std::string& tag : tags)
    if (text.find("[" + tag + "]") != std::string::npos) ++count;
  return count;
}

const std::vector<std::string> kThreadTags{"thread-safe", "serial per connection", "calling thread"};
const std::vector<std::string> kLifeTags{"loaded", "lifecycle", "live", "in call"};

}  // namespace

TEST(AbiHeader, EveryFunctionPointerSaysOnWhichThreads) {
  ASSERT_GT(functionPointers().size(), 30u);
  for (const FunctionPointer& function : functionPointers())
    EXPECT_EQ(countOf(function.comment, kThreadTags), 1) << function.name << ": " << function.comment;
}

TEST(AbiHeader, EveryFunctionPointerSaysWhenItMayBeCalled) {
  for (const FunctionPointer& function : functionPointers())
    EXPECT_EQ(countOf(function.comment, kLifeTags), 1) << function.name << ": " << function.comment;
}

TEST(AbiHeader, EveryTagIsDefinedExactlyOnce) {
  const std::string text = header();
  const std::string definitions = text.substr(0, text.find("#ifndef"));
  for (const auto* tags : {&kThreadTags, &kLifeTags})
    for (const std::string& tag : *tags) {
      const std::string start = " *   [" + tag + "]";
      const std::size_t first = definitions.find(start);
      ASSERT_NE(first, std::string::npos) << tag;
      EXPECT_EQ(definitions.find(start, first + 1), std::string::npos) << tag;
    }
}

TEST(AbiHeader, UsesOnlyTypesOfOneSizeEverywhere) {
  const std::string code = std::regex_replace(header(), std::regex(R"(/\*[\s\S]*?\*/)"), "");
  EXPECT_FALSE(std::regex_search(
      code, std::regex(R"(\b(long|short|bool|size_t|wchar_t|float|double|FILE|va_list)\b)")));
  EXPECT_FALSE(std::regex_search(code, std::regex(R"(\bint\b)")));
  EXPECT_FALSE(std::regex_search(code, std::regex(R"(\w\s*:\s*\d+\s*;)"))) << "a bit-field";
}

TEST(AbiHeader, EveryStructThatGrowsStartsWithItsSize) {
  const std::string code = std::regex_replace(header(), std::regex(R"(/\*[\s\S]*?\*/)"), "");
  const std::vector<std::string> final{
      "integration_view",      "integration_sink",   "integration_item_sink",    "integration_entry_sink",
      "integration_http_sink", "integration_header", "integration_webhook_reply"};
  const std::regex definition(R"(struct (\w+) \{\s*([^;]*);)");
  for (std::sregex_iterator at(code.begin(), code.end(), definition), end; at != end; ++at) {
    const bool grows = std::find(final.begin(), final.end(), (*at)[1].str()) == final.end();
    EXPECT_EQ((*at)[2].str() == "uint32_t struct_size", grows) << (*at)[1];
  }
}
