#include "ae/ingest/sniff/encoding.h"

#include <iconv.h>
#include <optional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ae/base/utf8.h"
#include "ae/ingest/sniff/script.h"

namespace ae::ingest {
namespace {

using ::testing::HasSubstr;

Error error_of(std::string bytes) {
  const Source source{"deals.csv", std::move(bytes)};
  Result<CheckedText> checked = checked_text(source);
  EXPECT_FALSE(checked.has_value());
  return checked ? Error{} : checked.error();
}

TEST(Encoding, Utf8WithAndWithoutMark) {
  const Source plain{"a", "商机\n"};
  EXPECT_EQ(checked_text(plain)->encoding, "UTF-8");
  const Source marked{"a",
                      "\xEF\xBB\xBF"
                      "a,b\n"};
  EXPECT_EQ(checked_text(marked)->encoding, "UTF-8 BOM");
  EXPECT_EQ(checked_text(marked)->text, "a,b\n");
}

TEST(Encoding, EmptyFile) {
  EXPECT_EQ(error_of("").code, "empty_file");
  EXPECT_EQ(error_of("\xEF\xBB\xBF").code, "empty_file");
}

/// Text written in an encoding, as iconv writes it.
std::string written_in(const char* encoding, std::string text) {
  const iconv_t handle = iconv_open(encoding, "UTF-8");
  EXPECT_NE(handle, reinterpret_cast<iconv_t>(-1));  // NOLINT(performance-no-int-to-ptr): what iconv says
  std::string bytes(text.size() * 4 + 4, '\0');
  char* from = text.data();
  std::size_t left = text.size();
  char* to = bytes.data();
  std::size_t room = bytes.size();
  EXPECT_NE(iconv(handle, &from, &left, &to, &room), static_cast<std::size_t>(-1));
  iconv_close(handle);
  bytes.resize(bytes.size() - room);
  return bytes;
}

struct Told {
  std::string encoding;
  std::string text;
  ToldBy by = ToldBy::kBytes;
  std::size_t notes = 0;
  bool operator==(const Told&) const = default;
};

Told told(std::string bytes, const std::optional<std::string>& chosen = {}) {
  const Source source{"deals.csv", std::move(bytes)};
  const Result<CheckedText> checked = checked_text(source, chosen);
  if (!checked) return {checked.error().code, "", {}, 0};
  return {std::string(checked->encoding), std::string(checked->text), checked->told_by,
          checked->notes.size()};
}

constexpr std::string_view kSimplified = "商机名称;销售阶段;预计金额\n华东制造续约;商务谈判;1200\n";
constexpr std::string_view kTraditional = "商機名稱,客戶,階段\n台灣電子年度續約,國際企業股份有限公司,談判\n";
constexpr std::string_view kJapanese = "案件名,取引先,段階\nシステム更新の提案,東京商事株式会社,交渉\n";
constexpr std::string_view kWestern =
    "Name;Phase\nMüller Straße;Verhandlung\nCafé Société Générale;Angebot\n";

TEST(Encoding, MarksNameTheirEncoding) {
  const std::string text(kSimplified);
  EXPECT_EQ(told("\xFF\xFE" + written_in("UTF-16LE", text)), (Told{"UTF-16LE BOM", text, ToldBy::kMark}));
  EXPECT_EQ(told("\xFE\xFF" + written_in("UTF-16BE", text)), (Told{"UTF-16BE BOM", text, ToldBy::kMark}));
  EXPECT_EQ(told(std::string("\xFF\xFE\0\0", 4) + written_in("UTF-32LE", text)),
            (Told{"UTF-32LE BOM", text, ToldBy::kMark}));
  EXPECT_EQ(told(std::string("\0\0\xFE\xFF", 4) + written_in("UTF-32BE", text)),
            (Told{"UTF-32BE BOM", text, ToldBy::kMark}));
}

TEST(Encoding, Utf16WithoutAMarkIsToldByItsNulBytes) {
  const std::string text(kSimplified);
  EXPECT_EQ(told(written_in("UTF-16LE", text)), (Told{"UTF-16LE", text, ToldBy::kBytes}));
  EXPECT_EQ(told(written_in("UTF-16BE", text)), (Told{"UTF-16BE", text, ToldBy::kBytes}));
}

TEST(Encoding, HeaderWordsDecideWithoutANote) {
  EXPECT_EQ(told(written_in("CP932", std::string(kJapanese))),
            (Told{"Shift_JIS", std::string(kJapanese), ToldBy::kWords}));
  EXPECT_EQ(told(written_in("GB18030", std::string(kSimplified))),
            (Told{"GB18030", std::string(kSimplified), ToldBy::kWords}));
}

TEST(Encoding, FrequentCharactersDecideWithANote) {
  EXPECT_EQ(told(written_in("GB18030", "name,stage\n华东制造公司年度续约,Won\n")).encoding, "GB18030");
  EXPECT_EQ(told(written_in("BIG5", std::string(kTraditional))),
            (Told{"Big5", std::string(kTraditional), ToldBy::kWords}));
  const std::string deal = "name,stage\n大成建設公司年度合約更新案,Won\n";
  EXPECT_EQ(told(written_in("BIG5", deal)), (Told{"Big5", deal, ToldBy::kFrequency, 1}));
  EXPECT_EQ(told(written_in("CP1252", std::string(kWestern))),
            (Told{"windows-1252", std::string(kWestern), ToldBy::kFrequency, 1}));
}

TEST(Encoding, TheUserOverrides) {
  EXPECT_EQ(told(written_in("CP1252", "Müller"), "latin1").text, "Müller");
  EXPECT_EQ(told(written_in("GB18030", "黑龙江"), "gbk"), (Told{"GB18030", "黑龙江", ToldBy::kUser}));
  EXPECT_EQ(told("a,b\n", "UTF-16").encoding, "UTF-16LE");
  EXPECT_EQ(told("\xEF\xBB\xBF"
                 "a,b\n",
                 "utf8"),
            (Told{"UTF-8 BOM", "a,b\n", ToldBy::kUser}));
  EXPECT_EQ(told("\xFF", "utf8").encoding, "not_utf8");
  EXPECT_EQ(told("a\xFF\xFF,b\n", "gbk").encoding, "not_in_encoding");
}

TEST(Encoding, UnknownNameHasNearMisses) {
  const Source source{"deals.csv", "a,b\n"};
  const Result<CheckedText> checked = checked_text(source, "gb18003");
  ASSERT_FALSE(checked.has_value());
  EXPECT_EQ(checked.error().code, "unknown_encoding");
  EXPECT_EQ(checked.error().did_you_mean, std::vector<std::string>{"GB18030"});
}

TEST(Encoding, WhatNothingDecidesIsRefusedWithItsReadings) {
  const Error error = error_of("name,stage\n\xE0\xE1\xE8\xEA,Won\n");
  EXPECT_EQ(error.code, "ambiguous_encoding");
  EXPECT_EQ(error.place, (Place{"deals.csv", 2, 1}));
  EXPECT_THAT(error.hint.in(Language::kEnglish), HasSubstr("--encoding "));
}

TEST(Encoding, BrokenUtf8IsNotTakenForSomethingElse) {
  EXPECT_EQ(error_of("id,name\n1,商机\n2,\xC0\xAF\n").code, "not_utf8");  // overlong
  EXPECT_EQ(error_of("id,name\n1,\xC0\xAF\n").place, (Place{"deals.csv", 2, 3}));
  EXPECT_EQ(error_of("id,name\n1,\xED\xA0\x80\n").code, "not_utf8");  // surrogate
  EXPECT_EQ(error_of("id,name\n1,商机\n2,Caf\xE9\n").code, "not_utf8");
  EXPECT_EQ(error_of("id,name\n1,商\xE5\x95").code, "not_utf8");  // cut
}

TEST(Encoding, NulBytesHaveTheirPlace) {
  EXPECT_EQ(error_of(std::string("id,name\n1,a\0b\n", 13)).place, (Place{"deals.csv", 2, 4}));
  EXPECT_EQ(error_of("\xFF\xFE" + written_in("UTF-16LE", "id\n1") + std::string("\0\0", 2)).code, "nul_byte");
}

TEST(Encoding, TheWordsOfEveryPresetTell) {
  // 纷享销客 and 销售易 alone have these names.
  EXPECT_EQ(told(written_in("GB18030", "id,机会来源\n1,a\n")).by, ToldBy::kWords);
  EXPECT_EQ(told(written_in("BIG5", "商機名稱,贏率\n1,a\n")).by, ToldBy::kWords);
  EXPECT_EQ(told(written_in("BIG5", "商機名稱,贏率\n1,a\n")).encoding, "Big5");
  EXPECT_EQ(told(written_in("GB18030", "id,金额（万元）\n1,a\n")).by, ToldBy::kWords);
}

TEST(Encoding, LoneSurrogatesOfUtf16HaveTheirPlace) {
  const Error error =
      error_of("\xFF\xFE" + written_in("UTF-16LE", "id\n1,") + "\xD8\xD8" + "a" + std::string("\0", 1));
  EXPECT_EQ(error.code, "not_in_encoding");
  EXPECT_EQ(error.place, (Place{"deals.csv", 2, 3}));
}

TEST(Utf8, RefusesWhatUnicodeRefuses) {
  const auto valid = [](std::string_view text) { return first_invalid_utf8(text) == text.size(); };
  EXPECT_TRUE(valid("plain ASCII, long enough for the quick path"));
  EXPECT_TRUE(valid("é 商机 \xF0\x9F\x98\x80"));
  EXPECT_FALSE(valid("\xC0\xAF"));          // overlong
  EXPECT_FALSE(valid("\xE0\x80\xAF"));      // overlong
  EXPECT_FALSE(valid("\xED\xA0\x80"));      // surrogate
  EXPECT_FALSE(valid("\xF4\x90\x80\x80"));  // above U+10FFFF
  EXPECT_FALSE(valid("\x80"));
  EXPECT_FALSE(valid("\xE5\x95"));  // cut
  EXPECT_EQ(first_invalid_utf8("twelve chars\xFFrest of the text"), 12U);
}

TEST(Script, TellsWhoUsesTheSign) {
  EXPECT_EQ(script_of("Amount"), Script::kNeither);
  EXPECT_EQ(script_of("金额 阶段"), Script::kChinese);
  EXPECT_EQ(script_of("金額 ステージ"), Script::kJapanese);
  EXPECT_EQ(script_of("商机名称 预计金额 のれん"), Script::kChinese);
}

}  // namespace
}  // namespace ae::ingest
