// What is read at a glance is read as the readers of every shape read it.

#include "ae/ingest/scan/plain_values.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include "ae/ingest/scan/amount_column.h"
#include "ae/ingest/scan/cell_codes.h"
#include "ae/ingest/scan/date_column.h"
#include "ae/ingest/scan/fingerprints.h"
#include "ae/ingest/values/date.h"
#include "ae/ingest/values/money.h"
#include "ae/ingest/values/time_of_day.h"
#include "ae/table/opportunity_table.h"

namespace ae::ingest::scan {
namespace {

/// A text behind which bytes can be read.
std::string readable(std::string text) {
  text.reserve(text.size() + 16);
  return text;
}

TEST(PlainValues, EveryDayOfThreeCenturiesIsReadAsParseDateReadsIt) {
  for (int year = 1899; year <= 2200; ++year) {
    for (unsigned month = 0; month <= 13; ++month) {
      for (const unsigned day : {0U, 1U, 9U, 10U, 28U, 29U, 30U, 31U, 32U}) {
        char text[32];
        std::snprintf(text, sizeof text, "%04d-%02u-%02u", year, month, day);
        const Date read = plain_date(text);
        const bool plain = !read.is_none();
        const DateCell cell = parse_date(std::string_view(text, 10));
        ASSERT_EQ(plain, !cell.fault && !cell.missing) << text;
        if (!plain) continue;
        ASSERT_EQ(read, *cell.readings[DateOrder::kYmd]) << text;
      }
    }
  }
}

TEST(PlainValues, NothingElseIsADateAtAGlance) {
  for (const std::string_view text :
       {"2026/02/15", "2026-2-15x", "02-15-2026", "2026-02 15", "2026-0a-15", "２026-02", "          ",
        "20260215  ", "2026-02-1\xFF", "\202026-02-15"}) {
    EXPECT_TRUE(plain_date(readable(std::string(text)).data()).is_none()) << text;
  }
}

TEST(PlainValues, ADayWithATimeBehindItIsReadAsParseDateReadsIt) {
  std::mt19937 engine(5);
  constexpr std::string_view kPieces[] = {"T",    " ",  "10", ":",   "30", "Z", "+08:00",
                                          ".000", "pm", "24", "-05", "x",  "2"};
  int times = 0;
  for (int run = 0; run < 50'000; ++run) {
    std::string text = run % 2 == 0 ? "2026-02-15" : "2026-02-15T10:30";
    const auto pieces = 1 + engine() % 6;
    for (std::size_t piece = 0; piece < pieces; ++piece) text += kPieces[engine() % std::size(kPieces)];
    if (!is_time_of_day(std::string_view(text).substr(10))) continue;
    ++times;
    const DateCell cell = parse_date(text);
    ASSERT_TRUE(cell.year_first && !cell.fault && !cell.number) << text;
    ASSERT_EQ(cell.readings[DateOrder::kYmd], Date::from_ymd(2026, 2, 15)) << text;
  }
  EXPECT_GT(times, 1'000);
}

TEST(PlainValues, NumbersAreReadAsParseMoneyReadsThem) {
  std::mt19937 engine(3);  // fixed: a failure must come back
  constexpr std::string_view kPieces = "0123456789012345678901234567890.., -$k";
  int plain = 0;
  for (int run = 0; run < 200'000; ++run) {
    std::string text;
    const auto size = 1 + engine() % 18;
    for (std::size_t at = 0; at < size; ++at)
      text += kPieces[engine() % (run % 2 == 0 ? 31 : kPieces.size())];
    PlainNumber number;
    if (!read_plain_number(text, number)) continue;
    ++plain;
    const MoneyCell cell = parse_money(text);
    ASSERT_FALSE(cell.missing || cell.fault || cell.negative || cell.number.power != 0) << text;
    NumberSurvey survey;
    survey.add(cell.number);
    NumberSurvey expected;
    if (number.decimals > 0) expected.add_plain_points(1);
    ASSERT_EQ(survey.decide(), expected.decide()) << text;
    const std::optional<Decimal> value = reading_of(cell.number, DecimalMark::kPoint, GroupSize::kThree);
    ASSERT_TRUE(value) << text;
    DoesNotFit why{};
    ASSERT_EQ(in_minor_units(*value, static_cast<int>(number.decimals), why), number.digits) << text;
  }
  EXPECT_GT(plain, 20'000);
}

TEST(PlainValues, EveryByteOfADateHasToBeRight) {
  const std::string day = readable("2026-02-15");
  for (std::size_t at = 0; at < day.size(); ++at) {
    for (int byte = 0; byte < 256; ++byte) {
      std::string text = day;
      text[at] = static_cast<char>(byte);
      const DateCell cell = parse_date(text);
      const bool iso = cell.year_first && text[4] == '-' && text[7] == '-' && byte != ' ';
      const Date year = Date::from_iso(text).value_or(Date());
      const bool expected = iso && !year.is_none() && year >= Date::from_iso("1900-01-01") &&
                            year < *Date::from_iso("2200-01-01");
      ASSERT_EQ(plain_date(text.data()), expected ? year : Date()) << text;
    }
  }
}

TEST(DateColumn, ReadsEveryCellAsPlainDateDoes) {
  std::mt19937 engine(23);
  for (int run = 0; run < 3000; ++run) {
    std::string text = ",";
    std::vector<std::uint32_t> ends{0};
    const auto rows = engine() % 40;
    const auto number = [&](unsigned most, std::size_t digits) {
      std::string words = std::to_string(engine() % most);
      if (words.size() < digits) words.insert(0, digits - words.size(), '0');
      return words;
    };
    for (std::size_t row = 0; row < rows; ++row) {
      std::string cell = number(2300, 4) + '-' + number(14, 2) + '-' + number(33, 2);
      if (engine() % 3 == 0) cell = std::to_string(1890 + engine() % 320) + cell.substr(4);
      if (engine() % 8 == 0) cell[engine() % 10] = static_cast<char>(engine() % 256);
      if (engine() % 8 == 0) cell.resize(engine() % 12);
      text += cell + ',';
      ends.push_back(static_cast<std::uint32_t>(text.size() - 1));
    }
    text.append(64, '\0');
    for (const Vectors set : vectors_here()) {
      std::vector<Date> days(rows);
      std::vector<std::uint32_t> others(rows);
      others.resize(read_date_column({text.data(), ends.data() + 1, 1, 0}, days, others.data(), set));
      std::vector<std::uint32_t> expected;
      for (std::uint32_t row = 0; row < rows; ++row) {
        const std::uint32_t size = ends[row + 1] - ends[row] - 1;
        const Date day = size == 10 ? plain_date(text.data() + ends[row] + 1) : Date();
        ASSERT_EQ(days[row], day) << static_cast<int>(set);
        if (size > 0 && day.is_none()) expected.push_back(row);
      }
      ASSERT_EQ(others, expected) << static_cast<int>(set);
    }
  }
}

TEST(DateColumn, ReadsEveryDayThereIsAndNoneThatThereIsNot) {
  std::string text = "|";
  std::vector<std::uint32_t> ends{0};
  for (int year = 1898; year <= 2201; ++year) {
    for (int month = 0; month <= 13; ++month) {
      for (int day = 0; day <= 33; ++day) {
        std::array<char, 16> cell{};
        std::snprintf(cell.data(), cell.size(), "%04d-%02d-%02d|", year, month, day);
        text += cell.data();
        ends.push_back(static_cast<std::uint32_t>(text.size() - 1));
      }
    }
  }
  text.append(64, '\0');
  const std::size_t rows = ends.size() - 1;
  for (const Vectors set : vectors_here()) {
    std::vector<Date> days(rows);
    std::vector<std::uint32_t> others(rows);
    const std::size_t found =
        read_date_column({text.data(), ends.data() + 1, 1, 0}, days, others.data(), set);
    std::size_t none = 0;
    for (std::size_t row = 0; row < rows; ++row) {
      ASSERT_EQ(days[row], plain_date(text.data() + ends[row] + 1)) << static_cast<int>(set) << ' ' << row;
      if (!days[row].is_none()) continue;
      ASSERT_EQ(others[none++], row);
    }
    EXPECT_EQ(found, none);
    EXPECT_EQ(rows - none, 109'573U);  // days of three hundred years
  }
}

TEST(PlainValues, AShortNumberIsReadAsALongOneIs) {
  std::mt19937 engine(13);
  constexpr std::string_view kPieces = "01234567890123456789..,:/-\xFF";
  int plain = 0;
  for (int run = 0; run < 300'000; ++run) {
    std::string cells = run % 3 == 0 ? ".5," : run % 3 == 1 ? "x.," : "..,";
    const std::size_t begin = cells.size();
    const auto size = engine() % 14;
    for (std::size_t at = 0; at < size; ++at)
      cells += kPieces[engine() % (run % 2 == 0 ? 22 : kPieces.size())];
    const std::string behind = run % 5 == 0 ? ",12345678" : ".00\n";
    const std::string text = readable(cells + behind);
    const std::string_view cell = std::string_view(text).substr(begin, size);
    const ShortNumber number = short_number(cell);
    PlainNumber expected;
    const bool read = !cell.empty() && read_plain_number(cell, expected);
    const std::size_t whole = std::min(cell.find('.'), cell.size());
    // What stands before a cell of one or two bytes may look like its point: it is then left alone.
    ASSERT_TRUE(number.plain ? read && whole <= 8 : !read || whole > 8 || size < 3) << cell;
    if (!number.plain) continue;
    ++plain;
    ASSERT_EQ(number.digits, expected.digits) << cell;
    ASSERT_EQ(number.decimals, expected.decimals) << cell;
  }
  EXPECT_GT(plain, 20'000);
}

TEST(PlainValues, FingerprintsDifferWhereTextsDo) {
  std::set<std::uint64_t> seen;
  std::string text = readable("0060000000ABCDEFGHIJKLMN");
  for (std::size_t size = 0; size <= text.size(); ++size)
    EXPECT_TRUE(seen.insert(fingerprint(std::string_view(text).substr(0, size))).second) << size;
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string other = text;
    other.reserve(text.size() + 16);
    other[at] = '!';
    EXPECT_TRUE(seen.insert(fingerprint(other)).second) << at;
  }
  const std::string elsewhere = readable(text + "and more");
  EXPECT_EQ(fingerprint(std::string_view(elsewhere).substr(0, text.size())), fingerprint(text));
}

TEST(CellCodes, NumberDifferentCellsInTheOrderOfTheirComing) {
  CellCodes codes;
  std::vector<std::string> cells;
  for (int number = 0; number < 3000; ++number) {
    cells.push_back(readable(std::to_string(number)));
    cells.push_back(readable("the same beginning " + std::to_string(number) + " and the same ending"));
  }
  cells.push_back(readable(""));
  cells.push_back(readable("12345678"));
  cells.push_back(readable("1234567812345678"));
  cells.push_back(readable("123456781234567"));
  for (std::size_t at = 0; at < cells.size(); ++at) {
    ASSERT_EQ(codes.find(cells[at]), CellCodes::kNew) << cells[at];
    ASSERT_EQ(codes.add(cells[at]), at);
  }
  for (std::size_t at = 0; at < cells.size(); ++at) ASSERT_EQ(codes.find(cells[at]), at) << cells[at];
}

TEST(AmountColumn, ReadsEveryCellAsReadPlainNumberDoes) {
  std::mt19937 engine(31);
  constexpr std::string_view kPieces = "0123456789012345678901..,-\xFF";
  for (int run = 0; run < 3000; ++run) {
    std::string text(20, '1');
    std::vector<std::uint32_t> ends{19};
    const auto rows = engine() % 40;
    for (std::size_t row = 0; row < rows; ++row) {
      std::string cell = std::to_string(engine() % (engine() % 2 == 0 ? 1000U : 2'000'000'000U));
      if (engine() % 2 == 0) cell += "." + std::to_string(engine() % 120);
      if (engine() % 4 == 0) cell[engine() % cell.size()] = kPieces[engine() % kPieces.size()];
      if (engine() % 8 == 0) cell.resize(engine() % 20, '0');
      text += cell + (engine() % 2 == 0 ? '.' : ',');
      ends.push_back(static_cast<std::uint32_t>(text.size() - 1));
    }
    text.append(64, '\0');
    const auto decimals = static_cast<std::uint32_t>(engine() % 4);
    const AmountScale scale{decimals, {1000, 100, 10}};
    for (const Vectors set : vectors_here()) {
      std::vector<std::int64_t> amounts(rows);
      std::vector<std::uint32_t> others(rows);
      const AmountsFound found =
          read_amount_column({text.data(), ends.data() + 1, 1, 0}, scale, amounts, others.data(), set);
      std::size_t with_point = 0;
      std::size_t other = 0;
      for (std::uint32_t row = 0; row < rows; ++row) {
        const std::string_view cell =
            std::string_view(text).substr(ends[row] + 1, ends[row + 1] - ends[row] - 1);
        PlainNumber number;
        const bool plain = !cell.empty() && read_plain_number(cell, number) &&
                           std::min(cell.find('.'), cell.size()) <= 8 && number.decimals <= decimals;
        const bool read = amounts[row] != table::kNoAmount;
        ASSERT_TRUE(read == plain || (!read && cell.size() < 3)) << cell << ' ' << static_cast<int>(set);
        ASSERT_TRUE(!read || amounts[row] == number.digits * scale.of_last[number.decimals]) << cell;
        with_point += read && number.decimals > 0 ? 1 : 0;
        if (read || cell.empty()) continue;
        ASSERT_LT(other, found.others);
        ASSERT_EQ(others[other++], row) << cell;
      }
      ASSERT_EQ(found.others, other);
      ASSERT_EQ(found.with_point, with_point);
    }
  }
}

TEST(CellCodes, OfManyCellsAreThoseOfEach) {
  std::mt19937 engine(5);
  CellCodes codes;
  std::vector<std::string> words;
  for (int number = 0; number < 40; ++number) {
    words.push_back(std::string(engine() % 20, static_cast<char>('a' + engine() % 3)) +
                    std::to_string(number % 7));
    const std::string word = readable(words.back());
    if (number % 4 != 0 && codes.find(word) == CellCodes::kNew) codes.add(word);
  }
  for (int run = 0; run < 200; ++run) {
    std::string text = ",";
    std::vector<std::uint32_t> ends{0};
    const auto rows = engine() % 50;
    for (std::size_t row = 0; row < rows; ++row) {
      text += words[engine() % words.size()] + ',';
      ends.push_back(static_cast<std::uint32_t>(text.size() - 1));
    }
    text.append(64, '\0');
    std::vector<std::uint32_t> found(rows);
    std::vector<std::uint32_t> others(rows);
    others.resize(codes.find_all({text.data(), ends.data() + 1, 1, 0}, found, others.data()));
    for (std::uint32_t row = 0; row < rows; ++row) {
      const std::string_view cell =
          std::string_view(text).substr(ends[row] + 1, ends[row + 1] - ends[row] - 1);
      const bool other = std::find(others.begin(), others.end(), row) != others.end();
      const std::uint32_t code = codes.find(cell);
      ASSERT_TRUE(other || (code != CellCodes::kNew && cell.size() <= 16)) << cell;
      ASSERT_TRUE(other || found[row] == code) << cell;
    }
  }
}

TEST(Fingerprints, ThoseThatStandTwiceAreFound) {
  Fingerprints first;
  Fingerprints second;
  for (std::uint64_t number = 1; number <= 20'000; ++number) {
    const std::uint64_t print = number * 0x9E3779B97F4A7C15U;
    (number % 2 == 0 ? first : second).add(print);
    if (number == 77 || number == 1234) second.add(print);
  }
  const Fingerprints* const all[] = {&first, &second};
  for (const unsigned threads : {1U, 4U})
    EXPECT_EQ(repeated(all, threads),
              (std::unordered_set<std::uint64_t>{77 * 0x9E3779B97F4A7C15U, 1234 * 0x9E3779B97F4A7C15U}));
}

TEST(Fingerprints, ThoseThatAreAlikeInSomeBitsAreNotTheSame) {
  Fingerprints prints;
  for (std::uint64_t number = 0; number < 2000; ++number) {
    prints.add(number);        // alike in the upper bits, and these
    prints.add(number << 32);  // in the lower ones
    prints.add((number << 32) | number);
  }
  const Fingerprints* const all[] = {&prints};
  EXPECT_EQ(repeated(all, 1), std::unordered_set<std::uint64_t>{0});  // three times
  std::unordered_set<std::uint64_t> expected{0};
  for (std::uint64_t number = 1; number < 2000; number += 3) {
    prints.add(number << 32);
    expected.insert(number << 32);
  }
  EXPECT_EQ(repeated(all, 2), expected);
}

}  // namespace
}  // namespace ae::ingest::scan
