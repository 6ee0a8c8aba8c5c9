#include "ae/base/script.h"

#include <gtest/gtest.h>

namespace ae {
namespace {

constexpr Language kEnglish = kAllLanguages[0];
constexpr Language kChinese = kAllLanguages[1];

TEST(Script, EnglishIsWrittenInLatinLettersAndChineseInHanCharacters) {
  EXPECT_TRUE(holds_script_of(kEnglish, "覆盖度 x"));
  EXPECT_TRUE(holds_script_of(kEnglish, "é"));
  EXPECT_FALSE(holds_script_of(kEnglish, "覆盖度 3.00×"));
  EXPECT_TRUE(holds_script_of(kChinese, "P50 的值"));
  EXPECT_TRUE(holds_script_of(kChinese, "𠮷"));
  EXPECT_FALSE(holds_script_of(kChinese, "P50，（）：。"));
}

TEST(Script, NoTextHoldsNone) {
  EXPECT_FALSE(holds_script_of(kEnglish, ""));
  EXPECT_FALSE(holds_script_of(kChinese, "\xe4\xb8"));
}

}  // namespace
}  // namespace ae
