// Whatever the bytes: a cell is missing, a bare number, a date in some order, or faulty; each day lies
// between 1900 and 2199, writes itself as a date that reads back in every order, and stands in the cell with
// its digits. Any day made from the bytes reads back from each way to write it.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "ae/base/assert.h"
#include "ae/ingest/values/date.h"

namespace {

using namespace ae::ingest;
using ae::Date;
using Kind = Decision<DateOrder>::Kind;

void check_day(Date day) {
  const int year = static_cast<int>(day.ymd().year());
  AE_ASSERT(year >= 1900 && year <= 2199);
  const DateCell again = parse_date(day.iso());
  AE_ASSERT(again.year_first && !again.fault && again.readings[DateOrder::kYmd] == day);
}

void check_cell(std::string_view text) {
  const DateCell cell = parse_date(text);
  if (cell.number) {
    check_day(cell.number->day);
    return;
  }
  bool any = false;
  for (const auto& reading : cell.readings) {
    if (!reading) continue;
    check_day(*reading);
    any = true;
  }
  AE_ASSERT(any != (cell.missing || cell.fault));
  for (const DateOrder order : ae::enumerators<DateOrder>()) {
    const auto settled = read_date(cell, {Kind::kSettled, order});
    AE_ASSERT(!settled || cell.year_first || settled == cell.readings[order]);
  }
}

void check_writing(Date day) {
  const auto ymd = day.ymd();
  const int year = static_cast<int>(ymd.year());
  const auto month = static_cast<unsigned>(ymd.month());
  const auto number = static_cast<unsigned>(ymd.day());
  static constexpr std::string_view kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto read = [](const std::string& text, DateOrder order) {
    return read_date(parse_date(text), {Kind::kSettled, order});
  };
  AE_ASSERT(read(fmt::format("{}/{}/{}", month, number, year), DateOrder::kMdy) == day);
  AE_ASSERT(read(fmt::format("{}.{}.{}", number, month, year), DateOrder::kDmy) == day);
  AE_ASSERT(read(fmt::format("{}年{}月{}日", year, month, number), DateOrder::kMdy) == day);
  AE_ASSERT(read(fmt::format("{}-{}-{}", number, kMonths[month - 1], year), DateOrder::kYmd) == day);
  AE_ASSERT(read(fmt::format("{:04}{:02}{:02}", year, month, number), DateOrder::kDmy) == day);
  const DateCell serial = parse_date(fmt::format("{}", day.days_since_1970() + 25'569));
  AE_ASSERT(!serial.number || serial.number->day == day);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  check_cell(std::string(bytes, bytes + size));
  if (size < 3) return 0;
  constexpr std::int32_t kFirst = -25'567;  // 1900-01-01
  constexpr std::int32_t kDays = 109'572;   // to 2199-12-31
  const std::int32_t chosen = bytes[0] | (bytes[1] << 8) | ((bytes[2] & 1) << 16);
  check_writing(Date::of_days(kFirst + chosen % kDays));
  return 0;
}
