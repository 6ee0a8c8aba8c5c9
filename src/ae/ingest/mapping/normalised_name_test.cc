#include "ae/ingest/mapping/normalised_name.h"

#include <gtest/gtest.h>

namespace ae::ingest {
namespace {

TEST(NormalisedName, OneFormForEveryWayToWriteAName) {
  for (const char* name :
       {"Close Date", "close_date", "CLOSE-DATE", "CloseDate", "closeDate", " close  date* ", "close.date",
        "\uFEFFClose\u00A0Date:", "Close\u200B Date", "Ｃｌｏｓｅ Date"}) {
    EXPECT_EQ(normalised_name(name), "close date") << name;
  }
}

TEST(NormalisedName, RunsOfCapitals) {
  EXPECT_EQ(normalised_name("OpportunityID"), "opportunity id");
  EXPECT_EQ(normalised_name("CRMStageName"), "crm stage name");
  EXPECT_EQ(normalised_name("ARR"), "arr");
  EXPECT_EQ(normalised_name("IsWon"), "is won");
}

TEST(NormalisedName, StagesAndChinese) {
  EXPECT_EQ(normalised_name("Proposal/Price Quote"), "proposal price quote");
  EXPECT_EQ(normalised_name("Closed - Won"), "closed won");
  EXPECT_EQ(normalised_name(" 商机 名称＊ "), "商机 名称");
  EXPECT_EQ(normalised_name("金额（USD）"), "金额(usd)");
  EXPECT_EQ(normalised_name("***"), "");
}

TEST(NormalisedName, CompatibilityFormsAndCaseOfEveryScript) {
  EXPECT_EQ(normalised_name("E\u0301TAPE"), "étape");
  EXPECT_EQ(normalised_name("GESCHÄFT"), "geschäft");
  EXPECT_EQ(normalised_name("ｽﾃｰｼﾞ"), "ステージ");
  EXPECT_EQ(normalised_name("金额㈱"), "金额(株)");
  EXPECT_EQ(normalised_name("'Name"), "name");
  EXPECT_EQ(normalised_name("\u200DName："), "name");
}

TEST(NormalisedName, SmallLettersOfWesternEurope) {
  const auto letter = [](int code) {
    return std::string{static_cast<char>(0xC0 | code >> 6), static_cast<char>(0x80 | (code & 0x3F))};
  };
  for (int code = 0xE0; code < 0xFF; ++code) {
    if (code == 0xF7) continue;  // the sign of division
    EXPECT_EQ(normalised_name("x " + letter(code)), "x " + letter(code)) << code;
    EXPECT_EQ(normalised_name("X " + letter(code - 0x20)), "x " + letter(code)) << code;
  }
  EXPECT_EQ(normalised_name("re\u0301gion"), "r\u00E9gion");
  EXPECT_EQ(normalised_name("r\u00E9\u0301gion"), normalised_name("re\u0301\u0301gion"));
}

TEST(WithoutBlanksAndCase, OnlyTheseTwoMakeNamesAlike) {
  EXPECT_EQ(without_blanks_and_case("GTXPro"), without_blanks_and_case(" GTX\xC2\xA0pro "));
  EXPECT_EQ(without_blanks_and_case("ÉTÉ 2"), without_blanks_and_case("été2"));
  EXPECT_NE(without_blanks_and_case("GTX-Pro"), without_blanks_and_case("GTX Pro"));
}

}  // namespace
}  // namespace ae::ingest
