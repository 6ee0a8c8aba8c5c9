#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "ae/base/date.h"

/// The shapes that nearly all dates and amounts have, read without a look at what else there could be. What
/// has another shape goes to parse_date and parse_money, which read these the same (see the tests).
namespace ae::ingest::scan {

/// Eight bytes of a text as they stand, the first one lowest. Bytes behind the text have to be readable.
inline std::uint64_t eight_bytes(std::string_view text, std::size_t at = 0) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text.data() + at, sizeof bytes);
  return bytes;
}

/// The first days of the months from January 1900 to January 2200, as days since 1970.
inline constexpr std::array<std::int32_t, 3601> kMonthStarts = [] {
  constexpr std::int32_t kLengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  std::array<std::int32_t, 3601> starts{};
  starts[0] = Date::from_ymd(1900, 1, 1).value_or(Date::of_days(0)).days_since_1970();
  for (std::size_t month = 0; month < 3600; ++month) {
    const std::size_t year = 1900 + month / 12;
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    starts[month + 1] = starts[month] + kLengths[month % 12] + (leap && month % 12 == 1 ? 1 : 0);
  }
  return starts;
}();

/// Reads the 2026-02-15 at the beginning of a text, of the years 1900 to 2199, into `day`; false for
/// everything else. Requires ten bytes.
inline bool read_plain_date(std::string_view text, Date& day) {
  constexpr std::uint64_t kShape = 0x2D30302D30303030U;   // 0000-00-
  constexpr std::uint64_t kBeyond = 0x7F76767F76767676U;  // carries into the highest bit of what is no digit
  constexpr std::uint64_t kHighest = 0x8080808080808080U;
  const std::uint64_t digits = eight_bytes(text) ^ kShape;  // values of digits; 0 for the dashes
  if (((digits | (digits + kBeyond)) & kHighest) != 0) return false;
  const auto digit = [&](int at) { return static_cast<unsigned>(digits >> (8 * at)) & 0xFFU; };
  const unsigned ones = static_cast<unsigned char>(text[9]) - unsigned{'0'};
  const unsigned tens = static_cast<unsigned char>(text[8]) - unsigned{'0'};
  const unsigned year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3) - 1900;
  const unsigned month = digit(5) * 10 + digit(6) - 1;
  const unsigned of_month = tens * 10 + ones - 1;
  if (ones > 9 || tens > 9 || year >= 300 || month >= 12) return false;
  const std::size_t at = year * 12 + month;
  if (of_month >= static_cast<unsigned>(kMonthStarts[at + 1] - kMonthStarts[at])) return false;
  day = Date::of_days(kMonthStarts[at] + static_cast<std::int32_t>(of_month));
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

/// A number of 64 bits, never 0, for a text, so well mixed that two of ten million texts hardly ever share
/// one. Requires eight readable bytes behind the text.
inline std::uint64_t fingerprint(std::string_view text) {
  __extension__ using Wide = unsigned __int128;
  constexpr std::uint64_t kOdd[] = {0x9E3779B97F4A7C15U, 0xD1B54A32D192ED03U};
  const auto mixed = [](std::uint64_t a, std::uint64_t b) {
    const Wide product = Wide{a} * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
  };
  std::uint64_t hash = kOdd[0] ^ text.size();
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) hash = mixed(hash ^ eight_bytes(text, at), kOdd[1]);
  const std::size_t rest = text.size() - at;
  const std::uint64_t within = (std::uint64_t{1} << (8 * rest)) - 1;
  const std::uint64_t all = mixed(hash ^ (eight_bytes(text, at) & within), kOdd[1]) ^ (hash >> 32);
  return all == 0 ? 1 : all;
}

}  // namespace ae::ingest::scan
