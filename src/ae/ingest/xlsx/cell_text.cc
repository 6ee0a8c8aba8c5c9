#include "ae/ingest/xlsx/cell_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "ae/base/date.h"

namespace ae::ingest::xlsx {
namespace {

constexpr std::int64_t kSecondsPerDay = 86400;
/// 9999-12-31 in the system of 1900.
constexpr double kLastDay = 2958465;

std::optional<double> number_of(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
  return number;
}

/// Digits and nothing else are exact as they stand, however many.
bool is_whole(std::string_view stored) {
  if (stored.starts_with('-')) stored.remove_prefix(1);
  return !stored.empty() && stored.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The number that was meant where sums of binary fractions left a tail: 0.3 for 0.30000000000000004. That is
/// so when fifteen digits, all that Excel shows, end in three zeros; any other number stays.
double without_tail(double number) {
  constexpr int kDigits = 15;
  std::array<char, 40> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                          std::chars_format::scientific, kDigits - 1);
  const std::string_view text(digits.data(), static_cast<std::size_t>(end - digits.data()));
  if (!text.substr(0, text.find('e')).ends_with("000")) return number;
  return number_of(text).value_or(number);
}

/// Whether a number that is no whole one is written as shortest() would: "482011.62". Decimals of so few
/// digits are each a double's shortest, and none ends in a tail.
bool is_shortest(std::string_view stored) {
  constexpr std::size_t kMostDigits = 12;
  if (stored.starts_with('-')) stored.remove_prefix(1);
  const std::size_t point = stored.find('.');
  if (point == std::string_view::npos || point == 0 || stored.size() > kMostDigits + 1) return false;
  const bool leading_zero = stored.front() == '0' && point > 1;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return !leading_zero && stored.back() != '0' && stored.back() != '.' &&
         std::all_of(stored.begin(), stored.begin() + static_cast<std::ptrdiff_t>(point), is_digit) &&
         std::all_of(stored.begin() + static_cast<std::ptrdiff_t>(point) + 1, stored.end(), is_digit);
}

std::string shortest(double number) {
  std::array<char, 400> digits{};  // the largest double has 309
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), without_tail(number),
                                          std::chars_format::fixed);
  std::string text(digits.data(), error == std::errc() ? end : digits.data());
  return text == "-0" ? "0" : text;
}

/// The digits of a decimal text moved two places: exact, where multiplying by 100 need not be.
std::string hundredfold(std::string text) {
  const bool negative = text.starts_with('-');
  if (negative) text.erase(0, 1);
  std::size_t point = text.find('.');
  if (point == std::string::npos) {
    point = text.size();
  } else {
    text.erase(point, 1);
  }
  while (text.size() < point + 2) text += '0';
  if (text.size() > point + 2) text.insert(point + 2, ".");
  const std::size_t first = std::min(text.find_first_not_of('0'), text.size() - 1);
  text.erase(0, first);
  if (text.starts_with('.')) text.insert(0, "0");
  return (negative ? "-" : "") + text;
}

std::string day_text(std::int64_t serial, DateSystem dates) {
  if (dates == DateSystem::k1904) return (*Date::from_ymd(1904, 1, 1) + static_cast<int>(serial)).iso();
  constexpr std::int64_t kFictitious = 60;  // Excel has a 1900-02-29
  if (serial == kFictitious) return "1900-02-29";
  const Date base = *Date::from_ymd(1899, 12, 31);
  return (base + static_cast<int>(serial > kFictitious ? serial - 1 : serial)).iso();
}

std::string time_text(std::int64_t second) {
  return fmt::format("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
}

std::optional<std::string> moment_text(double serial, NumberKind kind, DateSystem dates) {
  constexpr double kShift = 1462;  // days between the two systems
  const double last = dates == DateSystem::k1904 ? kLastDay - kShift : kLastDay;
  const double first = kind == NumberKind::kDate && dates == DateSystem::k1900 ? 1 : 0;
  if (serial < first || serial >= last + 1) return std::nullopt;
  auto day = static_cast<std::int64_t>(std::floor(serial));
  auto second = static_cast<std::int64_t>(std::llround((serial - std::floor(serial)) * kSecondsPerDay));
  if (kind == NumberKind::kDate) return day_text(day, dates);
  if (second == kSecondsPerDay) {
    second = 0;
    ++day;
  }
  if (day == 0 && dates == DateSystem::k1900) return time_text(second);
  if (static_cast<double>(day) > last) return std::nullopt;
  if (second == 0) return day_text(day, dates);
  return day_text(day, dates) + " " + time_text(second);
}

}  // namespace

std::string text_of_number(std::string_view stored, NumberKind kind, DateSystem dates) {
  if (kind == NumberKind::kPlain && (is_whole(stored) || is_shortest(stored))) return std::string(stored);
  const std::optional<double> number = number_of(stored);
  if (!number) return std::string(stored);
  if (kind == NumberKind::kPlain) return shortest(*number);
  if (kind == NumberKind::kPercent) return hundredfold(shortest(*number)) + "%";
  return moment_text(*number, kind, dates).value_or(shortest(*number));
}

}  // namespace ae::ingest::xlsx
