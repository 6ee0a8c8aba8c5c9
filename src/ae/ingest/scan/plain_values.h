#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "ae/base/date.h"

/// The shapes that nearly all dates and amounts have, read without a look at what else there could be. What
/// has another shape goes to parse_date and parse_money, which read these the same (see the tests).
namespace ae::ingest::scan {

/// Eight bytes as they stand, the first one lowest; `text` may be read beyond its end.
inline std::uint64_t eight_bytes(const char* text) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text, sizeof bytes);
  return bytes;
}

/// The days before each year from 1900 to 2199, as days since 1970.
inline constexpr std::array<std::int32_t, 300> kYearStarts = [] {
  std::array<std::int32_t, 300> starts{};
  for (int year = 1900; year < 2200; ++year) {
    starts[static_cast<std::size_t>(year - 1900)] =
        Date::from_ymd(year, 1, 1).value_or(Date::of_days(0)).days_since_1970();
  }
  return starts;
}();

/// Reads 2026-02-15 of the years 1900 to 2199 into `day`; false for everything else. Ten bytes are looked at.
inline bool read_plain_date(const char* text, Date& day) {
  const auto digit = [text](int at) {
    return static_cast<unsigned>(static_cast<unsigned char>(text[at])) - '0';
  };
  const unsigned y1 = digit(0), y2 = digit(1), y3 = digit(2), y4 = digit(3);
  const unsigned m1 = digit(5), m2 = digit(6), d1 = digit(8), d2 = digit(9);
  const bool digits = (y1 < 10) & (y2 < 10) & (y3 < 10) & (y4 < 10) & (m1 < 10) & (m2 < 10) & (d1 < 10) &
                      (d2 < 10) & (text[4] == '-') & (text[7] == '-');
  if (!digits) return false;
  const unsigned year = y1 * 1000 + y2 * 100 + y3 * 10 + y4 - 1900;
  const unsigned month = m1 * 10 + m2;
  const unsigned of_month = d1 * 10 + d2;
  constexpr std::uint16_t kBefore[] = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};
  if (year >= kYearStarts.size() || month - 1 >= 12 || of_month == 0) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year == 100;  // 1900 + 100 is 2000
  const unsigned length = kBefore[month + 1] - kBefore[month] + (leap && month == 2 ? 1U : 0U);
  if (of_month > length) return false;
  const unsigned before = kBefore[month] + (leap && month > 2 ? 1U : 0U);
  day = Date::of_days(kYearStarts[year] + static_cast<std::int32_t>(before + of_month - 1));
  return true;
}

/// A number without sign and marks but for a point with one or two digits behind it.
struct PlainNumber {
  std::int64_t digits = 0;  ///< of the number without its point
  int decimals = 0;         ///< 0, 1 or 2
};

/// Reads 1234, 1234.5, 1234.56, with at most 15 digits before the point and no zero in front of others; false
/// for everything else. Requires text not empty.
inline bool read_plain_number(std::string_view text, PlainNumber& number) {
  constexpr std::size_t kMost = 15;
  std::size_t at = 0;
  std::int64_t digits = 0;
  while (at < text.size()) {
    const unsigned digit = static_cast<unsigned>(static_cast<unsigned char>(text[at])) - '0';
    if (digit > 9) break;
    digits = digits * 10 + digit;
    if (++at > kMost) return false;
  }
  if (at == 0 || (text[0] == '0' && at > 1)) return false;
  number = {digits, 0};
  if (at == text.size()) return true;
  const std::size_t behind = text.size() - at - 1;
  if (text[at] != '.' || behind == 0 || behind > 2) return false;
  for (++at; at < text.size(); ++at) {
    const unsigned digit = static_cast<unsigned>(static_cast<unsigned char>(text[at])) - '0';
    if (digit > 9) return false;
    number.digits = number.digits * 10 + digit;
  }
  number.decimals = static_cast<int>(behind);
  return true;
}

/// A number of 64 bits for a text, so well mixed that two of ten million texts hardly ever share one.
/// Requires eight readable bytes behind the text.
inline std::uint64_t fingerprint(std::string_view text) {
  __extension__ using Wide = unsigned __int128;
  constexpr std::uint64_t kOdd[] = {0x9E3779B97F4A7C15U, 0xD1B54A32D192ED03U};
  const auto mixed = [](std::uint64_t a, std::uint64_t b) {
    const Wide product = Wide{a} * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
  };
  std::uint64_t hash = kOdd[0] ^ text.size();
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) hash = mixed(hash ^ eight_bytes(text.data() + at), kOdd[1]);
  const std::size_t rest = text.size() - at;
  const std::uint64_t within = (std::uint64_t{1} << (8 * rest)) - 1;
  return mixed(hash ^ (eight_bytes(text.data() + at) & within), kOdd[1]) ^ (hash >> 32);
}

}  // namespace ae::ingest::scan
