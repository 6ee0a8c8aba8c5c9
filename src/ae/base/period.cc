#include "ae/base/period.h"

#include <charconv>

#include <fmt/format.h>

namespace ae {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month;

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.front() == '-') return std::nullopt;
  return value;
}

}  // namespace

Ratio Period::elapsed(Date as_of) const { return *Ratio::of(as_of - start, length()); }

Phase Period::phase(Date as_of) const {
  const int thirds = (as_of - start) * 3;
  if (thirds < length()) return Phase::kEarly;
  return thirds < 2 * length() ? Phase::kMid : Phase::kLate;
}

int FiscalCalendar::fiscal_year_of(Date day) const {
  const auto ymd = day.ymd();
  const int calendar_year = static_cast<int>(ymd.year());
  return first_month > 1 && static_cast<unsigned>(ymd.month()) >= first_month ? calendar_year + 1
                                                                              : calendar_year;
}

Period FiscalCalendar::quarter(int fiscal_year, int index) const {
  const int opening_year = first_month > 1 ? fiscal_year - 1 : fiscal_year;
  const year_month first = year_month{year{opening_year}, month{first_month}} + months{3 * index};
  const year_month after = first + months{3};
  const std::string name = first_month == 1 ? fmt::format("{}-Q{}", fiscal_year, index + 1)
                                            : fmt::format("FY{:02}-Q{}", fiscal_year % 100, index + 1);
  return Period{name, Date(sys_days{first / day{1}}), Date(sys_days{after / day{1}}) + -1};
}

Period FiscalCalendar::quarter_containing(Date day) const {
  const unsigned month_of_day = static_cast<unsigned>(day.ymd().month());
  const int index = static_cast<int>((month_of_day + 12 - first_month) % 12 / 3);
  return quarter(fiscal_year_of(day), index);
}

std::optional<Period> FiscalCalendar::parse_quarter(std::string_view text, Date as_of) const {
  if (text.size() < 2 || (text[text.size() - 2] != 'Q' && text[text.size() - 2] != 'q')) return std::nullopt;
  const int index = text.back() - '1';
  if (index < 0 || index > 3) return std::nullopt;
  std::string_view year_text = text.substr(0, text.size() - 2);
  if (year_text.empty()) return quarter(fiscal_year_of(as_of), index);
  if (year_text.back() != '-') return std::nullopt;
  year_text.remove_suffix(1);
  const bool fiscal = year_text.size() > 2 && (year_text[0] | 0x20) == 'f' && (year_text[1] | 0x20) == 'y';
  if (fiscal) year_text.remove_prefix(2);
  if (year_text.size() != 4 && !(fiscal && year_text.size() == 2)) return std::nullopt;
  const std::optional<int> number = digits(year_text);
  if (!number || (year_text.size() == 4 && *number < 1900)) return std::nullopt;
  return quarter(year_text.size() == 2 ? 2000 + *number : *number, index);
}

}  // namespace ae
