#include "ae/ingest/values/day_number.h"

#include <algorithm>

namespace ae::ingest {
namespace {

constexpr std::int64_t kSecondsOfDay = 86'400;
constexpr std::int32_t kExcelDayOf1970 = 25'569;
constexpr std::int64_t kLastDay = 84'005;  // 2199-12-31

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<DayNumber> parse_day_number(std::string_view text) {
  constexpr std::size_t kMostDigits = 13;
  const std::size_t mark = text.find_first_of(".,");
  const std::string_view whole = text.substr(0, mark);
  const bool has_fraction = mark != std::string_view::npos;
  if (!all_digits(whole) || whole.size() > kMostDigits || whole.front() == '0') return std::nullopt;
  if (has_fraction && !all_digits(text.substr(mark + 1))) return std::nullopt;
  std::int64_t value = 0;
  for (const char digit : whole) value = value * 10 + (digit - '0');

  DayNumber result;
  std::int64_t days = 0;
  if (value >= 20'000 && value <= 80'000) {
    result.count = DayCount::kExcelDays;
    days = value - kExcelDayOf1970;
  } else if (whole.size() == 10) {
    result.count = DayCount::kEpochSeconds;
    days = value / kSecondsOfDay;
  } else if (whole.size() == 13 && !has_fraction) {
    result.count = DayCount::kEpochMilliseconds;
    days = value / (kSecondsOfDay * 1000);
  } else {
    return std::nullopt;
  }
  if (days > kLastDay) return std::nullopt;
  result.day = Date::of_days(static_cast<std::int32_t>(days));
  return result;
}

}  // namespace ae::ingest
