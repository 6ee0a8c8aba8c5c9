#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "ae/base/date.h"

/// The shapes that nearly all dates and amounts have, read without a look at what else there could be. What
/// has another shape goes to parse_date and parse_money, which read these the same (see the tests).
namespace ae::ingest::scan {

/// Eight bytes as they stand, the first one lowest.
inline std::uint64_t eight_bytes(const char* text) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text, sizeof bytes);
  return bytes;
}
/// The same of a text from a place on. Bytes behind the text have to be readable.
inline std::uint64_t eight_bytes(std::string_view text, std::size_t at = 0) {
  return eight_bytes(text.data() + at);
}

/// Which bits of sixteen bytes belong to a cell of each size: of the first eight, of the others.
inline constexpr std::array<std::array<std::uint64_t, 2>, 17> kWithinCell = [] {
  const auto lowest = [](std::size_t bytes) {
    return bytes >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * bytes)) - 1;
  };
  std::array<std::array<std::uint64_t, 2>, 17> within{};
  for (std::size_t size = 0; size < within.size(); ++size)
    within[size] = {lowest(size), size > 8 ? lowest(size - 8) : 0};
  return within;
}();

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

/// Whether every byte of an eight that was xored with '0' is at most 9. Bytes of the highest bit are no
/// digits.
inline bool are_digits(std::uint64_t digits) {
  constexpr std::uint64_t kBeyond = 0x7676767676767676U;  // carries into the highest bit of what is no digit
  constexpr std::uint64_t kHighest = 0x8080808080808080U;
  return ((digits | ((digits & ~kHighest) + kBeyond)) & kHighest) == 0;
}

/// The day that the ten bytes of a text say, as in 2026-02-15, of the years 1900 to 2199; none for everything
/// else. Takes no branch, so that it may be asked of any ten readable bytes.
inline Date plain_date(const char* text) {
  constexpr std::uint64_t kShape = 0x30302D30302D3030U;  // 00-00-00
  std::uint16_t century = 0;
  std::uint64_t rest = 0;
  std::memcpy(&century, text, sizeof century);
  std::memcpy(&rest, text + 2, sizeof rest);
  rest ^= kShape;                                         // values of digits; 0 for the dashes
  constexpr std::uint64_t kBeyond = 0x76767F76767F7676U;  // carries into the highest bit of what is wrong
  constexpr std::uint64_t kHighest = 0x8080808080808080U;
  const std::uint64_t pairs = rest * 10 + (rest >> 8);
  const auto number = [&](unsigned at) { return static_cast<std::uint32_t>(pairs >> (8 * at)) & 0xFFU; };
  // 19, 20, 21 as they stand, the first digit lowest.
  const std::uint32_t hundreds = (century & 0xFFU) * 10 + (century >> 8U) - ('1' * 10 + '9');
  const std::uint32_t month = number(3) - 1;
  const std::uint32_t of_month = number(6) - 1;
  const int shaped = static_cast<int>(((((rest & ~kHighest) + kBeyond) | rest) & kHighest) == 0) &
                     static_cast<int>(hundreds < 3) &
                     static_cast<int>((century >> 8U) - std::uint32_t{'0'} < 10) &
                     static_cast<int>(month < 12);
  const std::uint32_t at =
      (hundreds * 1200 + number(0) * 12 + month) & (0U - static_cast<std::uint32_t>(shaped));
  const std::int32_t start = kMonthStarts[at];
  const int exists =
      shaped & static_cast<int>(of_month < static_cast<std::uint32_t>(kMonthStarts[at + 1] - start));
  const std::int32_t day = start + static_cast<std::int32_t>(of_month);
  const std::int32_t none = Date().days_since_1970();
  return Date::of_days(none ^ ((none ^ day) & -exists));
}

/// A number without sign and marks but for a point with one or two digits behind it.
struct PlainNumber {
  std::int64_t digits = 0;     ///< of the number without its point
  std::uint32_t decimals = 0;  ///< 0, 1 or 2
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
  number.decimals = static_cast<std::uint32_t>(behind);
  return true;
}

/// The same of what has at most eight digits before the point, without a branch; `plain` is false for
/// everything else, which may still be a plain number. Three bytes before the text have to be readable, and
/// eight behind it.
struct ShortNumber {
  std::int64_t digits = 0;
  std::uint32_t decimals = 0;
  bool plain = false;
};

inline ShortNumber short_number(std::string_view text) {
  constexpr std::int64_t kPowers[] = {1, 10, 100};
  const char* const end = text.data() + text.size();
  const auto two = static_cast<std::uint32_t>(end[-3] == '.');
  const std::uint32_t one = static_cast<std::uint32_t>(end[-2] == '.') & (two ^ 1U);
  const std::uint32_t decimals = 2 * two + one;
  const std::size_t whole = text.size() - decimals - (two | one);
  // The digits move up to where the last one is the highest byte; zeros come behind them.
  std::uint64_t digits = (eight_bytes(text) ^ 0x3030303030303030U) << ((64 - 8 * whole) & 63);
  const unsigned ones = static_cast<unsigned char>(end[-1]) - unsigned{'0'};
  const unsigned tens = static_cast<unsigned char>(end[-2]) - unsigned{'0'};
  const unsigned behind = ((tens * 10) & (0U - two)) + (ones & (0U - (two | one)));
  const int in_order = static_cast<int>((two & static_cast<std::uint32_t>(tens > 9)) == 0) &
                       static_cast<int>(((two | one) & static_cast<std::uint32_t>(ones > 9)) == 0);
  const int plain = static_cast<int>(whole - 1 < 8) & static_cast<int>(are_digits(digits)) & in_order &
                    (static_cast<int>(text[0] != '0') | static_cast<int>(whole == 1));
  digits = digits * 10 + (digits >> 8);
  constexpr std::uint64_t kPairs = 0x000000FF000000FFU;
  const std::uint64_t value =
      (((digits & kPairs) * 0x000F424000000064U) + (((digits >> 16) & kPairs) * 0x0000271000000001U)) >> 32;
  return {static_cast<std::int64_t>(value & 0xFFFFFFFFU) * kPowers[decimals] + behind, decimals, plain != 0};
}

/// A number of 64 bits for a text, so well mixed that two of ten million texts hardly ever share one.
/// Requires sixteen readable bytes behind the text.
inline std::uint64_t fingerprint(std::string_view text) {
  __extension__ using Wide = unsigned __int128;
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;
  constexpr std::uint64_t kOther = 0xD1B54A32D192ED03U;
  const auto mixed = [&](std::uint64_t a, std::uint64_t b) {
    const Wide product = Wide{a ^ kOdd} * (b ^ kOther);
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
  };
  std::uint64_t hash = text.size() * kOdd;
  const char* at = text.data();
  std::size_t rest = text.size();
  for (; rest > 16; rest -= 16, at += 16) hash = mixed(hash ^ eight_bytes(at), eight_bytes(at + 8));
  const auto& [front, back] = kWithinCell[rest];
  return mixed(hash ^ (eight_bytes(at) & front), eight_bytes(at + 8) & back);
}

}  // namespace ae::ingest::scan
