#include "ae/render/wrap.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ae::render {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Wrap, BreaksAtSpaces) {
  EXPECT_THAT(wrap("Close date is past", 10), ElementsAre("Close date", "is past"));
  EXPECT_THAT(wrap("  two   spaces ", 20), ElementsAre("two spaces"));
}

TEST(Wrap, BreaksBetweenChineseCharacters) {
  EXPECT_THAT(wrap("预计成交日已过", 6), ElementsAre("预计成", "交日已", "过"));
}

TEST(Wrap, NoLineBeginsWithClosingOrEndsWithOpeningPunctuation) {
  EXPECT_THAT(wrap("商机总额。配额", 8), ElementsAre("商机总", "额。配额"));
  EXPECT_THAT(wrap("账龄(天)", 5), ElementsAre("账龄", "(天)"));
}

TEST(Wrap, CutsAWordThatIsLongerThanALine) {
  EXPECT_THAT(wrap("Donaudampfschiff AG", 8), ElementsAre("Donauda…", "AG"));
}

TEST(Wrap, KeepsCombiningMarksWithTheirLetter) {
  EXPECT_THAT(wrap("中\u0301中", 2), ElementsAre("中\u0301", "中"));
}

TEST(Wrap, NothingGivesNoLine) {
  EXPECT_THAT(wrap("", 10), IsEmpty());
  EXPECT_THAT(wrap("  ", 10), IsEmpty());
}

TEST(Wrap, LongestPieceIsTheLongestWord) {
  EXPECT_EQ(longest_piece("Average age (days)"), 7U);
  EXPECT_EQ(longest_piece("平均"), 2U);
}

}  // namespace
}  // namespace ae::render
