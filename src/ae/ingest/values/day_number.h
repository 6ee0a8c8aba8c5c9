#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "ae/base/date.h"

namespace ae::ingest {

/// What a bare number in a column of dates can count.
enum class DayCount : std::uint8_t { kExcelDays, kEpochSeconds, kEpochMilliseconds, kCount };

/// A bare number and the day it stands for.
struct DayNumber {
  DayCount count = DayCount::kCount;
  Date day;

  bool operator==(const DayNumber&) const = default;
};

/// Reads a number as days, by its size alone: 20000 to 80000, with or without a fraction, as the days of
/// Excel (1900 system: 46068 is 2026-02-15), ten digits as seconds and thirteen as milliseconds since 1970 in
/// UTC. nullopt for any other text, and beyond 2199. Requires plain characters.
std::optional<DayNumber> parse_day_number(std::string_view text);

}  // namespace ae::ingest
