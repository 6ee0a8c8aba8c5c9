#include "ae/config/toml_edit.h"

#include <gtest/gtest.h>

namespace ae::config {
namespace {

constexpr std::string_view kDeal =
    "# a deal\n"
    "name = \"Norrland 客户\"   # as they say\n"
    "amount = 84000\n"
    "\n"
    "[meddic.champion]\n"
    "state = \"assumed\" # not yet\n"
    "answer = '''two\nlines'''\n"
    "# end of champion\n"
    "\n"
    "[[contacts]]\n"
    "name = \"李娜\"\n"
    "[[contacts]]\n"
    "name = \"Bo\"\n";

std::string set(std::string_view bytes, std::string_view path, std::string_view value) {
  const Result<std::string> edited = with_toml_value(bytes, "deal.toml", path, value);
  return edited ? *edited : edited.error().code;
}

std::string replaced(std::string_view from, std::string_view to) {
  std::string text(kDeal);
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos);
  return text.replace(at, from.size(), to);
}

TEST(TomlEdit, ReplacesOneValueAndKeepsEveryOtherByte) {
  EXPECT_EQ(set(kDeal, "meddic.champion.state", "\"said\""), replaced("\"assumed\"", "\"said\""));
  EXPECT_EQ(set(kDeal, "amount", "90000.5"), replaced("84000", "90000.5"));
  EXPECT_EQ(set(kDeal, "name", "\"北方\""), replaced("\"Norrland 客户\"", "\"北方\""));
  EXPECT_EQ(set(kDeal, "contacts.0.name", "\"王\""), replaced("\"李娜\"", "\"王\""));
  EXPECT_EQ(set(kDeal, "meddic.champion.answer", "\"one\""), replaced("'''two\nlines'''", "\"one\""));
}

TEST(TomlEdit, AddsAKeyBelowTheLastOfItsTable) {
  EXPECT_EQ(set(kDeal, "stage", "\"demo\""),
            replaced("amount = 84000\n", "amount = 84000\nstage = \"demo\"\n"));
  EXPECT_EQ(set(kDeal, "meddic.champion.person", "\"Bo\""),
            replaced("lines'''\n", "lines'''\nperson = \"Bo\"\n"));
  EXPECT_EQ(set(kDeal, "contacts.0.title", "\"CFO\""), replaced("\"李娜\"\n", "\"李娜\"\ntitle = \"CFO\"\n"));
}

TEST(TomlEdit, AddsATableAtTheEndOfTheFile) {
  EXPECT_EQ(set(kDeal, "meddic.metrics.state", "\"said\""),
            std::string(kDeal) + "\n[meddic.metrics]\nstate = \"said\"\n");
  EXPECT_EQ(set(kDeal, "meddic.option", "true"), std::string(kDeal) + "\n[meddic]\noption = true\n");
  EXPECT_EQ(set("", "a.b", "1"), "[a]\nb = 1\n");
  EXPECT_EQ(set("[a]\n", "a.b", "1"), "[a]\nb = 1\n");
  EXPECT_EQ(set("x = 1", "y", "2"), "x = 1\ny = 2\n");
}

TEST(TomlEdit, KeepsTheLineEndsOfTheFile) {
  EXPECT_EQ(set("x = 1\r\n[a]\r\nb = 2\r\n", "a.c", "3"), "x = 1\r\n[a]\r\nb = 2\r\nc = 3\r\n");
}

TEST(TomlEdit, RefusesWhatItCannotDoSafely) {
  EXPECT_EQ(set("a = { b = 1 }\n", "a.c", "2"), "toml_edit_refused");
  EXPECT_EQ(set(kDeal, "contacts.2.name", "\"x\""), "toml_edit_refused");
  EXPECT_EQ(set(kDeal, "meddic.champion", "1"), "toml_edit_refused");
  EXPECT_EQ(set("a.b = 1\n", "a.c.d", "2"), "a.b = 1\n\n[a.c]\nd = 2\n");
  EXPECT_EQ(set(kDeal, "amount", "not toml"), "toml_edit_refused");
  EXPECT_EQ(set("= 1\n", "a", "2"), "toml_syntax");
}

TEST(TomlEdit, AppendsABlockToAList) {
  const auto block = [](std::string_view bytes, std::string_view array) {
    const Result<std::string> edited =
        with_toml_block(bytes, "deal.toml", array, {{"name", "\"Kim\""}, {"date", "2026-02-15"}});
    return edited ? *edited : edited.error().code;
  };
  EXPECT_EQ(block(kDeal, "contacts"),
            std::string(kDeal) + "\n[[contacts]]\nname = \"Kim\"\ndate = 2026-02-15\n");
  EXPECT_EQ(block("a = 1", "moves"), "a = 1\n\n[[moves]]\nname = \"Kim\"\ndate = 2026-02-15\n");
  EXPECT_EQ(block("moves = []\n", "moves"), "toml_edit_refused");
  EXPECT_EQ(block("moves = 1\n", "moves"), "toml_edit_refused");
}

TEST(TomlEdit, TakesALineOut) {
  const auto without = [](std::string_view bytes, std::string_view path) {
    const Result<std::string> edited = without_toml_value(bytes, "deal.toml", path);
    return edited ? *edited : edited.error().code;
  };
  EXPECT_EQ(without(kDeal, "amount"), replaced("amount = 84000\n", ""));
  EXPECT_EQ(without(kDeal, "meddic.champion.answer"), replaced("answer = '''two\nlines'''\n", ""));
  EXPECT_EQ(without(kDeal, "contacts.1.name"), replaced("name = \"Bo\"\n", ""));
  EXPECT_EQ(without(kDeal, "no.such"), "toml_edit_refused");
  EXPECT_EQ(without(kDeal, "meddic.champion"), "toml_edit_refused");
  EXPECT_EQ(without("a = { b = 1, c = 2 }\n", "a.b"), "toml_edit_refused");
}

TEST(TomlString, EscapesWhatWouldEndOrBreakIt) {
  EXPECT_EQ(toml_string("a \"b\" \\ \n\x01 客户"), "\"a \\\"b\\\" \\\\ \\n\\u0001 客户\"");
}

}  // namespace
}  // namespace ae::config
