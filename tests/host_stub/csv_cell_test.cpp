// Tests cells of the exported list that a spreadsheet would run as formulas.
#include <gtest/gtest.h>

#include "pages/hires/hires_csv.hpp"

namespace host_stub {
namespace {

TEST(CsvCell, MakesTextOfFormulas) {
  for (const char* cell : {"=1+1",
                           "+1+1 Smith",
                           "-cmd",
                           "@SUM(1)",
                           "x\t=1+1",
                           " =1+1",
                           "\xc2\xa0=1+1",
                           "\xe3\x80\x80=1+1",
                           "＋1+1 Smith",
                           "－1",
                           "＠SUM(1)",
                           "＝cmd|' /C calc'!A0 Doe",
                           "x;=1+1",
                           "x; =1+1",
                           "x\n=1",
                           "x\r\n @a",
                           "\xe2\x80\x8b=1",
                           "\"=1+1",
                           "x;\"=1+1",
                           "\t5",
                           "\r5"})
    EXPECT_TRUE(csvCell(cell).starts_with("\"'")) << cell;
}

TEST(CsvCell, LeavesOtherTextAsItIs) {
  for (const char* cell : {"", "Nadia Okoye", "+44 7700 900123", "-5.5", "a=b", "O'Brien", "a; b", "R&D",
                           "Jean-Luc", "ada@example.org", " two words ", "5 - 6"})
    EXPECT_EQ(csvCell(cell), "\"" + std::string(cell) + "\"") << cell;
  EXPECT_EQ(csvCell("say \"hi\""), "\"say \"\"hi\"\"\"");
}

}  // namespace
}  // namespace host_stub
