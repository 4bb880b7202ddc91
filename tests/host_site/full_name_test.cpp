// Tests the order of a shown name, which follows the name's script.
#include <gtest/gtest.h>

#include "integration/json.hpp"
#include "pages/format.hpp"

namespace host_stub::test {
namespace {

std::string shown(const char* first, const char* middle, const char* last) {
  return fullName(integration::Json{{"firstName", first}, {"middleName", middle}, {"lastName", last}},
                  "Without a name");
}

TEST(FullName, HasTheFamilyNameFirstInEastAsia) {
  EXPECT_EQ(shown("太郎", "", "山田"), "山田 太郎");
  EXPECT_EQ(shown("민준", "", "김"), "김 민준");
  EXPECT_EQ(shown("さくら", "", "田中"), "田中 さくら");
}

TEST(FullName, HasTheFamilyNameLastElsewhere) {
  EXPECT_EQ(shown("Anna", "Maria", "van der Berg"), "Anna Maria van der Berg");
  EXPECT_EQ(shown("Иван", "Иванович", "Иванов"), "Иван Иванович Иванов");
  EXPECT_EQ(shown("マイケル", "", "ジョーダン"), "マイケル ジョーダン");
  EXPECT_EQ(shown("太郎", "", "Smith"), "太郎 Smith");
}

TEST(FullName, FallsBackWithoutAName) {
  EXPECT_EQ(shown("", "", ""), "Without a name");
  EXPECT_EQ(shown("太郎", "", ""), "太郎");
}

}  // namespace
}  // namespace host_stub::test
