#include "ae/ingest/sniff/encoding.h"

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

TEST(Encoding, WrongByteHasItsPlaceAndACommandThatConverts) {
  const Error error = error_of("id,name\n1,\xC9\xCC\xBB\xFA\n");
  EXPECT_EQ(error.code, "not_utf8");
  EXPECT_EQ(error.place, (Place{"deals.csv", 2, 3}));
  EXPECT_THAT(error.hint.in(Language::kEnglish), HasSubstr("iconv -f GB18030 -t UTF-8 deals.csv > utf8.csv"));
}

TEST(Encoding, Utf16IsNamed) {
  const Error error = error_of(std::string("\xFF\xFEi\0d\0", 6));
  EXPECT_EQ(error.code, "not_utf8");
  EXPECT_THAT(error.message.in(Language::kEnglish), HasSubstr("UTF-16"));
  EXPECT_EQ(error_of(std::string("i\0d\0", 4)).code, "nul_byte");
}

TEST(Encoding, WorkbookIsNamed) {
  const Error error = error_of("PK\x03\x04rest");
  EXPECT_EQ(error.code, "not_csv");
  EXPECT_THAT(error.message.in(Language::kEnglish), HasSubstr("Excel workbook"));
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
