#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace ae {

/// A calendar day without time or zone; or none, where a cell was empty.
class Date {
 public:
  /// No date: earlier than every date when sorted. Arithmetic on it is a bug.
  constexpr Date() = default;
  constexpr explicit Date(std::chrono::sys_days day)
      : days_(static_cast<std::int32_t>(day.time_since_epoch().count())) {}
  static constexpr Date of_days(std::int32_t days_since_1970) {
    Date date;
    date.days_ = days_since_1970;
    return date;
  }

  /// The day, or nullopt when the calendar has no such day (2026-02-30) or the year is outside 1..9999.
  static constexpr std::optional<Date> from_ymd(int year, unsigned month, unsigned day) {
    if (month > 12 || day > 31)
      return std::nullopt;  // chrono keeps one byte of each: its month 257 is January
    const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{month},
                                          std::chrono::day{day}};
    if (!ymd.ok() || year < 1 || year > 9999) return std::nullopt;
    return Date(std::chrono::sys_days{ymd});
  }
  /// Reads exactly YYYY-MM-DD.
  static std::optional<Date> from_iso(std::string_view text);

  constexpr bool is_none() const { return days_ == kNone; }
  constexpr std::int32_t days_since_1970() const { return days_; }
  constexpr std::chrono::year_month_day ymd() const {
    return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{days_}}};
  }
  /// YYYY-MM-DD; empty for none.
  std::string iso() const;

  friend constexpr int operator-(Date a, Date b) { return a.days_ - b.days_; }
  friend constexpr Date operator+(Date date, int days) { return of_days(date.days_ + days); }
  constexpr auto operator<=>(const Date&) const = default;

 private:
  static constexpr std::int32_t kNone = std::numeric_limits<std::int32_t>::min();
  std::int32_t days_ = kNone;
};

}  // namespace ae
