#include "ae/base/text.h"

#include <gtest/gtest.h>

namespace ae {
namespace {

constexpr Language kEnglish = kAllLanguages[0];
constexpr Language kChinese = kAllLanguages[1];

TEST(Languages, AreNamedByIsoCode) {
  EXPECT_EQ(language_code(kEnglish), "en");
  EXPECT_EQ(language_code(kChinese), "zh");
}

TEST(Languages, BothIsEnglishThenChinese) {
  EXPECT_EQ(parse_languages("both"), (Languages{kEnglish, kChinese}));
}

TEST(Languages, AListKeepsItsOrderAndDropsRepeats) {
  EXPECT_EQ(parse_languages("zh"), (Languages{kChinese}));
  EXPECT_EQ(parse_languages("zh,en"), (Languages{kChinese, kEnglish}));
  EXPECT_EQ(parse_languages("en,zh,en"), (Languages{kEnglish, kChinese}));
}

TEST(Languages, AListWithAPartThatIsNoLanguageIsNone) {
  for (const char* text : {"", "fr", "en,", ",en", "en,fr", "EN", "en zh", "both,en"}) {
    EXPECT_EQ(parse_languages(text), std::nullopt) << text;
  }
}

TEST(Languages, ALocaleAsksForItsLanguageAndEnglishStandsInForOthers) {
  EXPECT_EQ(language_of_locale("zh_CN.UTF-8"), kChinese);
  EXPECT_EQ(language_of_locale("zh"), kChinese);
  EXPECT_EQ(language_of_locale("en_GB"), kEnglish);
  EXPECT_EQ(language_of_locale("de_DE.UTF-8"), kEnglish);
  EXPECT_EQ(language_of_locale("C.UTF-8"), kEnglish);
  EXPECT_EQ(language_of_locale(""), kEnglish);
}

TEST(Text, HasWordsInEveryLanguage) {
  constexpr Text kCoverage{"Coverage", "覆盖度"};
  EXPECT_EQ(kCoverage.in(kEnglish), "Coverage");
  EXPECT_EQ(kCoverage.in(kChinese), "覆盖度");
}

TEST(Text, PlaceholdersMayStandInAnotherOrder) {
  static_assert(text_rules::same_placeholders("{won} of {all}", "{all} 个中 {won} 个"));
  static_assert(!text_rules::same_placeholders("{won} of {all}", "{all}"));
  static_assert(!text_rules::same_placeholders("open {", "{"));
  static_assert(!text_rules::same_placeholders("{}", "{}"));
}

TEST(Message, OfLanguagesSaysEachItsOwnWordsAsTheyAre) {
  const Message message = Message::of_languages({"{a} deal", "商机"});
  EXPECT_EQ(message.in(Language::kEnglish), "{a} deal");
  EXPECT_EQ(message.in(Language::kChinese), "商机");
  EXPECT_FALSE(message.empty());
  EXPECT_TRUE(Message::of_languages({"", ""}).empty());
  EXPECT_EQ(language_name(Language::kChinese), "中文");
}

TEST(Message, OfATextIsTheText) {
  const Message message = Text{"Coverage", "覆盖度"};
  EXPECT_FALSE(message.empty());
  EXPECT_EQ(message.in(kEnglish), "Coverage");
  EXPECT_EQ(message.in(kChinese), "覆盖度");
}

TEST(Message, PutsArgumentsWhereEachLanguageWantsThem) {
  const Message message =
      Message{Text{"{won} of {all} deals won by {owner}", "{owner} 的 {all} 个商机中赢单 {won} 个"}}
          .with("won", 1238)
          .with("all", 8800)
          .with("owner", "李雷");
  EXPECT_EQ(message.in(kEnglish), "1,238 of 8,800 deals won by 李雷");
  EXPECT_EQ(message.in(kChinese), "李雷 的 8,800 个商机中赢单 1,238 个");
}

TEST(Message, AnArgumentMayBeAMessageOfItsOwn) {
  const Message stage = Text{"Discovery", "需求发现"};
  const Message message = Message{Text{"Stage {stage}", "阶段：{stage}"}}.with("stage", stage);
  EXPECT_EQ(message.in(kEnglish), "Stage Discovery");
  EXPECT_EQ(message.in(kChinese), "阶段：需求发现");
}

TEST(Message, AnArgumentIsNeverReadAsATemplate) {
  const Message message =
      Message{Text{"{owner}: {count}", "{owner}：{count}"}}.with("owner", "{count}").with("count", 3);
  EXPECT_EQ(message.in(kEnglish), "{count}: 3");
}

TEST(Message, APlaceholderWithoutArgumentStaysVisible) {
  const Message message = Text{"{count} deals", "{count} 个商机"};
  EXPECT_EQ(message.in(kEnglish), "{count} deals");
}

TEST(Message, APlaceholderMayStandTwice) {
  const Message message = Message{Text{"{a} and {a}", "{a}、{a}"}}.with("a", "x");
  EXPECT_EQ(message.in(kEnglish), "x and x");
}

TEST(Message, VerbatimIsTheSameInEveryLanguageAndKeepsItsBraces) {
  const Message message = Message::verbatim("Acme {West}");
  EXPECT_EQ(message.in(kEnglish), "Acme {West}");
  EXPECT_EQ(message.in(kChinese), "Acme {West}");
}

TEST(Message, NothingIsEmptyAndSoIsVerbatimNothing) {
  EXPECT_TRUE(Message{}.empty());
  EXPECT_TRUE(Message::verbatim("").empty());
  EXPECT_EQ(Message{}.in(kEnglish), "");
}

TEST(GroupThousands, PutsACommaBeforeEveryThirdDigit) {
  EXPECT_EQ(group_thousands(0), "0");
  EXPECT_EQ(group_thousands(999), "999");
  EXPECT_EQ(group_thousands(1000), "1,000");
  EXPECT_EQ(group_thousands(1234567), "1,234,567");
  EXPECT_EQ(group_thousands(-999), "-999");
  EXPECT_EQ(group_thousands(-1000), "-1,000");
  EXPECT_EQ(group_thousands(INT64_MIN), "-9,223,372,036,854,775,808");
}

}  // namespace
}  // namespace ae
