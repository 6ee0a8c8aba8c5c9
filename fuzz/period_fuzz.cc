// Any text is a quarter that reads back from its own name, or no quarter; any ISO date writes itself back.

#include <cstddef>
#include <cstdint>

#include "ae/base/assert.h"
#include "ae/base/period.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  const ae::FiscalCalendar calendar{bytes[0] % 12U + 1U};
  const std::string text(bytes + 1, bytes + size);
  const ae::Date as_of = ae::Date::from_ymd(2026, 2, 15).value();
  if (const auto quarter = calendar.parse_quarter(text, as_of)) {
    AE_ASSERT(quarter->length() >= 89 && quarter->length() <= 92);
    AE_ASSERT(calendar.quarter_containing(quarter->start) == *quarter);
  }
  if (const auto date = ae::Date::from_iso(text)) {
    AE_ASSERT(date->iso() == text);
    AE_ASSERT(calendar.quarter_containing(*date).contains(*date));
  }
  return 0;
}
