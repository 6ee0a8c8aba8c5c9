#include "ae/ingest/scan/marks.h"

#include <array>
#include <random>

#include <gtest/gtest.h>

#include "ae/ingest/csv/records.h"

namespace ae::ingest::scan {
namespace {

/// A text with what has to stand behind it.
std::string padded(std::string_view text) { return std::string(text) + std::string(kLookahead, '\0'); }

std::vector<std::uint32_t> ends_of(const Marks& marks) {
  return {marks.begin(), marks.begin() + marks.size()};
}

Marks marks_of(std::string_view text, const Carry& carry = {}) {
  const std::string bytes = padded(text);
  Marks marks;
  find_marks({bytes.data(), text.size()}, {}, carry, marks);
  return marks;
}

/// Every way that this machine can go gives what going byte by byte gives.
void expect_same_every_way(std::string_view text, const Carry& carry) {
  Marks plain;
  find_marks_plainly(text, {}, carry, plain);
  for (const Vectors set : vectors_here()) {
    const auto way = static_cast<int>(set);
    Marks fast;
    find_marks(text, {}, carry, fast, set);
    ASSERT_EQ(ends_of(fast), ends_of(plain)) << way << ": " << text;
    ASSERT_EQ(fast.inner_lines(), plain.inner_lines()) << way;
    ASSERT_EQ(std::tie(fast.rows, fast.crlf, fast.lines, fast.odd, fast.carry),
              std::tie(plain.rows, plain.crlf, plain.lines, plain.odd, plain.carry))
        << way;
  }
}

TEST(Marks, StandWhereCellsEnd) {
  const Marks marks = marks_of("a,b\n\"c,\n\"\"d\",e\r\n");
  EXPECT_EQ(ends_of(marks), (std::vector<std::uint32_t>{1, 3, 12, 15}));
  EXPECT_EQ(marks.rows, 2U);
  EXPECT_EQ(marks.crlf, 1U);
  EXPECT_EQ(marks.lines, 3U);
  EXPECT_EQ(marks.inner_lines(), (std::vector<std::uint32_t>{7}));
  EXPECT_FALSE(marks.odd);
  EXPECT_FALSE(marks.carry.inside);
}

TEST(Marks, AreOddWhereOnlyThePlainReaderReads) {
  using namespace std::string_view_literals;
  for (const std::string_view text :
       {"a\"b,c\n"sv, "\"a\"b,c\n"sv, "a\rb\n"sv, "a\0b\n"sv, "caf\xE9\n"sv, "\xC0\xAF\n"sv, "\xE4\xB8\n"sv})
    EXPECT_TRUE(marks_of(text).odd) << text;
  for (const std::string_view text : {"\"\"\"\",\"\"\n"sv, "é,注,\U0001F600\n"sv, ",,\n"sv, "\"a\"\r\n"sv})
    EXPECT_FALSE(marks_of(text).odd) << text;
}

TEST(Marks, GoOnWhereAPieceEnds) {
  const std::string text = "name,\"two\nlines, \"\"quoted\"\" 注意\",é\r\n\"x\",y,z\r\n";
  const Marks whole = marks_of(text);
  for (std::size_t cut = 0; cut <= text.size(); ++cut) {
    const std::string bytes = padded(text);
    Marks first;
    find_marks({bytes.data(), cut}, {}, {}, first);
    Marks second;
    find_marks({bytes.data() + cut, text.size() - cut}, {}, first.carry, second);
    std::vector<std::uint32_t> ends = ends_of(first);
    for (const std::uint32_t end : ends_of(second)) ends.push_back(end + static_cast<std::uint32_t>(cut));
    EXPECT_EQ(ends, ends_of(whole)) << cut;
    EXPECT_EQ(first.rows + second.rows, whole.rows) << cut;
    EXPECT_EQ(first.crlf + second.crlf, whole.crlf) << cut;
    EXPECT_EQ(first.lines + second.lines, whole.lines) << cut;
    EXPECT_FALSE(first.odd || second.odd) << cut;
  }
}

TEST(Marks, AreTheSameByteByByte) {
  std::mt19937 engine(7);  // fixed: a failure must come back
  constexpr std::string_view kPieces[] = {"a",  ",",  "\n",   "\"",        "\r\n",
                                          "\r", "注", "\xE4", "long text", "\0"};
  for (int run = 0; run < 3000; ++run) {
    std::string text;
    const auto pieces = engine() % 120;
    for (std::size_t piece = 0; piece < pieces; ++piece) text += kPieces[engine() % std::size(kPieces)];
    const std::string bytes = padded(text);
    Carry carry;
    carry.inside = engine() % 2 != 0;
    expect_same_every_way({bytes.data(), text.size()}, carry);
  }
}

TEST(Marks, LookAtEveryCharacterWhereverItStands) {
  // Every two bytes of a lead or a continuation and their neighbours, across every edge of 64 bytes.
  constexpr unsigned char kBytes[] = {0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF,
                                      0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF};
  std::mt19937 engine(17);
  for (int run = 0; run < 60'000; ++run) {
    std::string text(200 + engine() % 130, 'a');
    for (int more = 0; more < 3; ++more) {
      const std::size_t edge = 64 * (engine() % 4) + engine() % 8;
      for (std::size_t at = edge < 4 ? 0 : edge - 4; at < std::min(edge + engine() % 4, text.size()); ++at)
        text[at] = static_cast<char>(kBytes[1 + engine() % (std::size(kBytes) - 1)]);
      const std::string_view whole =
          std::array<std::string_view, 4>{"é", "注", "\U0001F600", "\uD7FF"}[engine() % 4];
      if (run % 2 == 0) text.replace(std::min(edge, text.size() - 4), whole.size(), whole);
    }
    const std::string bytes = padded(text);
    expect_same_every_way({bytes.data(), text.size()}, {});
  }
}

TEST(Marks, AreTheSameInLongTexts) {
  using namespace std::string_view_literals;
  std::mt19937 engine(23);
  constexpr std::string_view kCells[] = {"",
                                         "a",
                                         "2025-06-30",
                                         "Account 31181",
                                         "注",
                                         "\"\"",
                                         "\"two\nlines, \"\"x\"\"\"",
                                         "与采购确认付款条款"};
  constexpr std::string_view kFaults[] = {"\"",       "\r",       "\0"sv,     "\n",   "\xE4", "\xBF",
                                          "\xED\xA0", "\xF4\x90", "\xE0\x80", "\xC1", "\xFF", ""};
  int odd = 0;
  for (int run = 0; run < 4000; ++run) {
    const std::string_view line_end = run % 3 == 0 ? "\r\n" : "\n";
    std::string text(engine() % 64, 'x');
    const std::size_t size = 4000 + engine() % 9000;
    while (text.size() < size) {
      text += kCells[engine() % std::size(kCells)];
      text += engine() % 8 == 0 ? line_end : ",";
    }
    // At most one fault, so that each is seen by itself: anywhere, or where 64 or 4096 bytes end.
    const std::string_view fault = kFaults[engine() % std::size(kFaults)];
    const std::size_t edge = std::array<std::size_t, 3>{1, 64, 4096}[engine() % 3];
    const std::size_t place =
        (engine() % text.size() / edge * edge + text.size() - engine() % 5) % text.size();
    text.replace(place, fault.size(), fault);
    const std::string bytes = padded(text);
    Carry carry;
    carry.inside = engine() % 2 != 0;
    carry.after_cr = engine() % 16 == 0;
    expect_same_every_way({bytes.data(), text.size()}, carry);
    Marks marks;
    find_marks({bytes.data(), text.size()}, {}, {}, marks);
    odd += marks.odd ? 1 : 0;
  }
  EXPECT_GT(odd, 1000);
  EXPECT_LT(odd, 3500);
}

TEST(Marks, LookAtEveryCharacterOfLongTexts) {
  std::mt19937 engine(29);
  for (int run = 0; run < 10'000; ++run) {
    std::string text(4200 + engine() % 130, 'a');
    const std::size_t edge = 64 + 64 * (engine() % 64);
    for (std::size_t at = edge - 4 + engine() % 4; at < edge + engine() % 4; ++at)
      text[at] = static_cast<char>(engine());
    const std::string bytes = padded(text);
    expect_same_every_way({bytes.data(), text.size()}, {});
  }
}

std::string utf8(char32_t code) {
  const auto tail = [&](int shift) { return static_cast<char>(0x80U | ((code >> shift) & 0x3FU)); };
  if (code < 0x80) return {static_cast<char>(code)};
  if (code < 0x800) return {static_cast<char>(0xC0U | (code >> 6)), tail(0)};
  if (code < 0x10000) return {static_cast<char>(0xE0U | (code >> 12)), tail(6), tail(0)};
  return {static_cast<char>(0xF0U | (code >> 18)), tail(12), tail(6), tail(0)};
}

TEST(Marks, AllowEveryCharacterThereIs) {
  std::string text;
  for (char32_t code = 1; code < 0x110000; ++code) {
    if (code == U'"' || code == U'\r' || (code >= 0xD800 && code < 0xE000)) continue;
    text += utf8(code);
  }
  EXPECT_FALSE(marks_of(text).odd);
}

TEST(Marks, PartWhatTheScannerParts) {
  std::mt19937 engine(11);
  constexpr std::string_view kPieces[] = {"a", ",",   "\n",   "\"b\"", "\"c, \"\"d\"\"\n\"",
                                          "é", "\n,", "\"\"", ",\""};
  int compared = 0;
  for (int run = 0; run < 3000; ++run) {
    std::string text;
    const auto pieces = engine() % 40;
    for (std::size_t piece = 0; piece < pieces; ++piece) text += kPieces[engine() % std::size(kPieces)];
    text += '\n';
    const Marks marks = marks_of(text);
    const csv::Scan scan = csv::scan(text, ',');
    if (marks.odd || marks.carry.inside) continue;
    ++compared;
    EXPECT_FALSE(scan.open_quote) << text;
    std::size_t cells = 0;
    for (std::size_t record = 0; record < scan.records.size(); ++record) cells += scan.records[record].size();
    std::size_t blank_lines = 0;
    std::uint32_t begin = 0;
    bool line_begins = true;
    for (const std::uint32_t end : ends_of(marks)) {
      if (line_begins && end == begin && text[end] == '\n') ++blank_lines;
      line_begins = text[end] == '\n';
      begin = end + 1;
    }
    EXPECT_EQ(cells + blank_lines, marks.size()) << text;
  }
  EXPECT_GT(compared, 300);
}

}  // namespace
}  // namespace ae::ingest::scan
