#include "ae/app/settings.h"

#include <gtest/gtest.h>

#include "ae/app/catalog.h"

namespace ae::app {
namespace {

const Operation& pipeline() { return *find_operation("pipeline"); }

std::vector<Setting> of_file(std::string_view toml, const std::string& path = "ae.toml") {
  const auto settings = settings_of_file(toml, path, pipeline());
  EXPECT_TRUE(settings.has_value()) << toml;
  return settings ? *settings : std::vector<Setting>{};
}

std::vector<Setting> operator+(std::vector<Setting> left, const std::vector<Setting>& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

Setting typed(const std::string& flag, const std::string& value) {
  return {Setting::Origin::kCommandLine, flag, value, {}};
}

TEST(Settings, FileKeysAreNamedLikeFlags) {
  const auto invocation = apply_settings(
      pipeline(), of_file("as-of = 2026-02-15\nquota = 1200000\nstrict = true\ndate_order = \"mdy\"\n"));
  ASSERT_TRUE(invocation.has_value());
  EXPECT_EQ(invocation->scope.as_of, Date::from_iso("2026-02-15"));
  EXPECT_EQ(invocation->scope.quota->text, "1200000");
  EXPECT_TRUE(invocation->input.strict);
  EXPECT_EQ(invocation->input.date_order, ingest::DateOrder::kMdy);
}

TEST(Settings, CommandLineWinsOverEnvironmentOverFile) {
  const auto environment = settings_of_environment(pipeline(), [](const std::string& name) {
    return name == "AE_QUOTA" || name == "AE_CURRENCY"
               ? std::optional<std::string>(name == "AE_QUOTA" ? "2" : "EUR")
               : std::nullopt;
  });
  const auto file = of_file("quota = 1\ncurrency = \"USD\"\nquarter = \"Q4\"\n");
  const auto invocation = apply_settings(pipeline(), std::vector{typed("quota", "3")} + environment + file);
  ASSERT_TRUE(invocation.has_value());
  EXPECT_EQ(invocation->scope.quota->text, "3");
  EXPECT_EQ(invocation->input.currency, Currency::from_code("EUR"));
  EXPECT_EQ(invocation->scope.quarter, "Q4");
}

TEST(Settings, ARepeatableFlagTakesAllOfTheWinningOrigin) {
  const auto file = of_file("data = [\"a.csv\", \"b.csv\"]\n");
  const auto from_file = apply_settings(pipeline(), file);
  ASSERT_EQ(from_file->input.data.size(), 2U);
  const auto typed_over = apply_settings(pipeline(), file + std::vector{typed("data", "c.csv")});
  ASSERT_EQ(typed_over->input.data.size(), 1U);
  EXPECT_EQ(typed_over->input.data[0].path, "c.csv");
}

TEST(Settings, TheLastOfAFlagWinsOnTheCommandLine) {
  EXPECT_EQ(apply_settings(pipeline(), {typed("quota", "1"), typed("quota", "2")})->scope.quota->text, "2");
}

TEST(Settings, PathsAreRelativeToTheirFile) {
  const auto invocation = apply_settings(
      pipeline(), of_file("data = \"deals.csv\"\nquotas = \"/abs/q.csv\"\n", "team/west/ae.toml"));
  EXPECT_EQ(invocation->input.data[0].path, "team/west/deals.csv");
  EXPECT_EQ(invocation->scope.quotas->path, "/abs/q.csv");
}

TEST(Settings, ATableOfTheCommandWinsOverTheTop) {
  const auto settings = of_file("quota = 1\n[pipeline]\nquota = 2\n[coverage]\nquota = 3\n");
  EXPECT_EQ(apply_settings(pipeline(), settings)->scope.quota->text, "2");
}

TEST(Settings, KeysOfOtherOperationsAreNoMistake) {
  EXPECT_TRUE(settings_of_file("data = \"x.csv\"\n", "ae.toml", *find_operation("policy show")).has_value());
}

TEST(Settings, AKeyThatIsNoFlagIsRefusedWithItsLine) {
  const auto settings = settings_of_file("currency = \"USD\"\nqouta = 5\n", "ae.toml", pipeline());
  ASSERT_FALSE(settings.has_value());
  EXPECT_EQ(settings.error().code, "unknown_setting");
  EXPECT_EQ(settings.error().place.line, 2);
  EXPECT_EQ(settings.error().did_you_mean.front(), "quota");
}

TEST(Settings, ABadValueOfTheFileNamesItsLine) {
  const auto invocation = apply_settings(pipeline(), of_file("\nquota = -5\n"));
  ASSERT_FALSE(invocation.has_value());
  EXPECT_EQ(invocation.error().code, "bad_value");
  EXPECT_EQ(invocation.error().place.source, "ae.toml");
  EXPECT_EQ(invocation.error().place.line, 2);
}

TEST(Settings, AListForAPlainFlagIsRefused) {
  const auto settings = settings_of_file("quota = [1, 2]\n", "ae.toml", pipeline());
  ASSERT_FALSE(settings.has_value());
  EXPECT_EQ(settings.error().code, "setting_wrong_type");
}

}  // namespace
}  // namespace ae::app
