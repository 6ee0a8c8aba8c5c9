#include "ae/ingest/values/date.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "ae/base/utf8.h"
#include "ae/ingest/values/blank.h"
#include "ae/ingest/values/plain_characters.h"
#include "ae/ingest/values/time_of_day.h"
#include "ae/ingest/values/weekday.h"
#include "ae/ingest/values/worded_date.h"

namespace ae::ingest {
namespace {

constexpr Text kNotADate{"not a date", "不是日期"};
constexpr Text kNoSuchDay{"the calendar has no such day", "日历中没有这一天"};
constexpr Text kOtherWeekday{"the weekday is not the one of that day", "星期与日期不符"};
constexpr Text kYearOutside{"the year is outside 1900 to 2199", "年份不在 1900 至 2199 之间"};

/// Three numbers with a separator, as they stand.
struct Triple {
  std::array<int, 3> numbers{};
  std::array<std::size_t, 3> digits{};
  char separator = 0;
};

/// Plain text with 年 and 月 as separators: "2026年2月15日10时30分" → "2026-2-15 10:30".
std::string with_separators(std::string_view plain) {
  std::string result;
  for_each_character(plain, [&](const Character& character, std::string_view bytes) {
    if (character.code == U'年' || character.code == U'月') {
      result += '-';
    } else if (character.code == U'日' || character.code == U'号' || character.code == U'號') {
      result += ' ';
    } else if (character.code == U'时' || character.code == U'時' || character.code == U'点' ||
               character.code == U'分') {
      result += ':';
    } else if (character.code != U'秒') {
      result += bytes;
    }
  });
  if (result.ends_with(':')) result.pop_back();
  return result;
}

std::size_t leading_digits(std::string_view text) {
  const std::size_t end = text.find_first_not_of("0123456789");
  return end == std::string_view::npos ? text.size() : end;
}

int to_number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

/// Takes three numbers of one to four digits, parted by one kind of separator, off the front of `text`.
std::optional<Triple> take_triple(std::string_view& text) {
  Triple triple;
  std::string_view rest = text;
  for (std::size_t part = 0; part < 3; ++part) {
    const std::size_t digits = leading_digits(rest);
    if (digits == 0 || digits > 4) return std::nullopt;
    triple.numbers[part] = to_number(rest.substr(0, digits));
    triple.digits[part] = digits;
    rest.remove_prefix(digits);
    if (part == 2) break;
    const bool separates =
        !rest.empty() && (rest.front() == '-' || rest.front() == '/' || rest.front() == '.');
    if (!separates || (part == 1 && rest.front() != triple.separator)) return std::nullopt;
    triple.separator = rest.front();
    rest.remove_prefix(1);
    if (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  }
  text = rest;
  return triple;
}

std::optional<Triple> take_compact(std::string_view& text) {
  if (leading_digits(text) != 8) return std::nullopt;
  const Triple triple{
      {to_number(text.substr(0, 4)), to_number(text.substr(4, 2)), to_number(text.substr(6, 2))},
      {4, 2, 2},
      '-'};
  text.remove_prefix(8);
  return triple;
}

int full_year(int number, std::size_t digits) {
  if (digits > 2) return number;
  return number + (number <= 68 ? 2000 : 1900);
}

/// Where year, month and day stand in each order.
struct Positions {
  std::size_t year, month, day;
};
constexpr EnumArray<DateOrder, Positions> kPositions{{{{0, 1, 2}, {2, 0, 1}, {2, 1, 0}}}};

/// Whether the widths of the numbers allow an order: a year has two or four digits, month and day one or two;
/// dots part day, month and year only.
bool widths_allow(const Triple& triple, DateOrder order) {
  const Positions at = kPositions[order];
  const std::size_t year_digits = triple.digits[at.year];
  if (year_digits == 1 || year_digits == 3 || triple.digits[at.month] > 2 || triple.digits[at.day] > 2)
    return false;
  return triple.separator != '.' || order == DateOrder::kDmy || year_digits == 4;
}

void read_orders(const Triple& triple, DateCell& cell) {
  cell.fault = kNotADate;
  bool found = false;
  for (const DateOrder order : enumerators<DateOrder>()) {
    const bool dotted_month_first = triple.separator == '.' && order == DateOrder::kMdy;
    if (!widths_allow(triple, order) || dotted_month_first) continue;
    const Positions at = kPositions[order];
    const int year = full_year(triple.numbers[at.year], triple.digits[at.year]);
    const bool year_sane = year >= 1900 && year <= 2199;
    if (!found) cell.fault = year_sane ? kNoSuchDay : kYearOutside;
    if (!year_sane) continue;
    cell.readings[order] = Date::from_ymd(year, static_cast<unsigned>(triple.numbers[at.month]),
                                          static_cast<unsigned>(triple.numbers[at.day]));
    found |= cell.readings[order].has_value();
  }
  if (found) cell.fault.reset();
}

/// The date of databases that know no blank ones.
bool is_zero_date(const Triple& triple) { return triple.numbers == std::array{0, 0, 0}; }

/// Reads a date of three numbers; false when the text is none.
bool read_numbers(std::string_view plain, DateCell& result) {
  const std::string parted = with_separators(plain);
  std::string_view rest = parted;
  std::optional<Triple> triple = take_compact(rest);
  if (!triple) triple = take_triple(rest);
  if (!triple || !is_time_of_day(rest)) return false;
  if (is_zero_date(*triple)) {
    result.missing = true;
    return true;
  }
  result.year_first = triple->digits[0] == 4;
  read_orders(*triple, result);
  return true;
}

/// Reads a date with its month in words, which is the same in every order; false when the text is none.
bool read_words(std::string_view plain, DateCell& result) {
  std::string_view rest = plain;
  const std::optional<WordedDate> worded = take_worded_date(rest);
  if (!worded || !is_time_of_day(rest)) return false;
  const int year = full_year(worded->year, worded->year_digits);
  const std::optional<Date> day = Date::from_ymd(year, worded->month, worded->day);
  if (year < 1900 || year > 2199) {
    result.fault = kYearOutside;
  } else if (!day) {
    result.fault = kNoSuchDay;
  } else {
    result.readings.values.fill(day);
  }
  return true;
}

/// Keeps the readings that fall on the weekday which the cell names.
void keep_only(std::chrono::weekday weekday, DateCell& result) {
  bool any = false;
  for (std::optional<Date>& reading : result.readings) {
    if (!reading) continue;
    const std::chrono::sys_days day{std::chrono::days{reading->days_since_1970()}};
    if (std::chrono::weekday{day} != weekday) reading.reset();
    any |= reading.has_value();
  }
  if (!any && !result.fault) result.fault = kOtherWeekday;
}

}  // namespace

namespace {

/// 2026-02-15, which most dates are, without a look at all that a date can be; nullopt for everything else.
std::optional<Date> plain_iso(std::string_view cell) {
  if (cell.size() != 10 || cell[4] != '-' || cell[7] != '-') return std::nullopt;
  for (const std::size_t at : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
    if (cell[at] < '0' || cell[at] > '9') return std::nullopt;
  }
  const int year = to_number(cell.substr(0, 4));
  if (year < 1900 || year > 2199) return std::nullopt;
  return Date::from_ymd(year, static_cast<unsigned>(to_number(cell.substr(5, 2))),
                        static_cast<unsigned>(to_number(cell.substr(8, 2))));
}

}  // namespace

DateCell parse_date(std::string_view cell) {
  DateCell result;
  if (const std::optional<Date> day = plain_iso(cell)) {
    result.year_first = true;
    result.readings[DateOrder::kYmd] = day;
    return result;
  }
  const std::string_view trimmed_cell = trimmed(cell);
  if (is_missing(trimmed_cell)) {
    result.missing = true;
    return result;
  }
  std::string plain = in_plain_characters(trimmed_cell);
  if (plain.starts_with('\'')) plain.erase(0, 1);  // by which spreadsheets mark text
  result.number = parse_day_number(plain);
  if (result.number) return result;
  const bool starts_with_digit = leading_digits(plain) > 0;
  const bool only_ascii =
      std::all_of(plain.begin(), plain.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  std::optional<std::chrono::weekday> weekday;
  if (!starts_with_digit || !only_ascii) weekday = take_weekday(plain);
  if (!read_numbers(plain, result) && !read_words(plain, result)) {
    result.fault = kNotADate;
    return result;
  }
  if (weekday && !result.missing) keep_only(*weekday, result);
  return result;
}

std::optional<Date> read_date(const DateCell& cell, const Decision<DateOrder>& decision) {
  using Kind = Decision<DateOrder>::Kind;
  if (cell.year_first) return cell.readings[DateOrder::kYmd];
  if (decision.kind == Kind::kSettled) return cell.readings[decision.way];
  std::optional<Date> only;
  for (const std::optional<Date>& reading : cell.readings) {
    if (!reading) continue;
    if (only && *only != *reading) return std::nullopt;
    only = reading;
  }
  const bool minority = decision.kind == Kind::kContested && !cell.readings[decision.way];
  return minority ? std::nullopt : only;
}

std::optional<EnumArray<DateOrder, bool>> date_order_vote(const DateCell& cell) {
  if (cell.missing || cell.fault || cell.year_first || cell.number) return std::nullopt;
  EnumArray<DateOrder, bool> fits;
  std::vector<Date> days;
  for (const DateOrder order : enumerators<DateOrder>()) {
    if (!cell.readings[order]) continue;
    fits[order] = true;
    days.push_back(*cell.readings[order]);
  }
  const bool same_day =
      days.size() > 1 && std::count(days.begin(), days.end(), days.front()) == std::ssize(days);
  if (same_day) return std::nullopt;  // 5/5/2026 says nothing
  return fits;
}

}  // namespace ae::ingest
