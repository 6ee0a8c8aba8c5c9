#include "ae/config/toml.h"

#include <gtest/gtest.h>

#include "ae/config/content.h"

namespace ae::config {
namespace {

TomlNode tree(std::string_view text, const std::string& source = "policy.toml") {
  Result<TomlNode> parsed = parse_toml(text, source);
  EXPECT_TRUE(parsed.has_value());
  return parsed ? std::move(*parsed) : TomlNode{};
}

TEST(Toml, EveryValueKnowsItsPlace) {
  const TomlNode root =
      tree("title = \"x\"\n[coverage]\nearly = { low = 4, high = 5.5 }\nlist = [1,\n  2]\n");
  EXPECT_EQ(root.at("title")->place, (Place{"policy.toml", 1, 9}));
  EXPECT_EQ(root.at("coverage.early.low")->place, (Place{"policy.toml", 3, 17}));
  EXPECT_EQ(std::get<std::int64_t>(root.at("coverage.early.low")->value), 4);
  EXPECT_EQ(std::get<double>(root.at("coverage.early.high")->value), 5.5);
  EXPECT_EQ((*root.at("coverage.list")->array())[1].place, (Place{"policy.toml", 5, 3}));
  EXPECT_EQ(root.at("coverage.late"), nullptr);
  EXPECT_EQ(root.at("title.deeper"), nullptr);
}

TEST(Toml, KeysStayInTheOrderOfTheFile) {
  const TomlNode root = tree("zebra = 1\napple = 2\n[middle]\nb = 1\na = 2\n");
  EXPECT_EQ((*root.table())[0].name, "zebra");
  EXPECT_EQ((*root.table())[1].name, "apple");
  EXPECT_EQ((*root.at("middle")->table())[0].name, "b");
}

TEST(Toml, SyntaxErrorHasItsPlace) {
  const Result<TomlNode> parsed = parse_toml("a = 1\nb = = 2\n", "policy.toml");
  ASSERT_FALSE(parsed.has_value());
  EXPECT_EQ(parsed.error().code, "toml_syntax");
  EXPECT_EQ(parsed.error().place.source, "policy.toml");
  EXPECT_EQ(parsed.error().place.line, 2);
  EXPECT_GT(parsed.error().place.column, 0);
}

TEST(Toml, DatesAreDaysAndTimesAreRefused) {
  EXPECT_EQ(std::get<Date>(tree("from = 2026-02-15\n").at("from")->value).iso(), "2026-02-15");
  const Result<TomlNode> timed = parse_toml("ok = 1\nat = 2026-02-15T08:00:00Z\n", "policy.toml");
  ASSERT_FALSE(timed.has_value());
  EXPECT_EQ(timed.error().code, "toml_value");
  EXPECT_EQ(timed.error().place.line, 2);
}

TEST(Overlay, TablesMergeAndTheRestIsReplaced) {
  TomlNode base = tree("a = 1\n[t]\nx = 1\ny = [1, 2]\n", "default.toml");
  overlay(base, tree("[t]\ny = [3]\nz = 4\n", "mine.toml"));
  EXPECT_EQ(std::get<std::int64_t>(base.at("a")->value), 1);
  EXPECT_EQ(std::get<std::int64_t>(base.at("t.x")->value), 1);
  EXPECT_EQ(base.at("t.y")->array()->size(), 1U);
  EXPECT_EQ(std::get<std::int64_t>(base.at("t.z")->value), 4);
  EXPECT_EQ(base.at("t.x")->place.source, "default.toml");
  EXPECT_EQ(base.at("t.y")->place.source, "mine.toml");
}

TEST(Content, FilesAreBuiltInAndParse) {
  bool preset_seen = false;
  for (const ContentFile& file : content_files()) {
    preset_seen |= file.path == "presets/generic.toml";
    if (!file.path.ends_with(".toml")) continue;
    EXPECT_TRUE(parse_toml(file.bytes, std::string(file.path)).has_value()) << file.path;
  }
  EXPECT_TRUE(preset_seen);
}

}  // namespace
}  // namespace ae::config
