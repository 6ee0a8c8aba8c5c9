#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "ae/ingest/read_opportunities.h"
#include "ae/ingest/values/decimal.h"

namespace ae::ingest {

/// How many digits stand between the grouping commas of a column: three (or two before the last three, as in
/// 1,00,000), or four, as Chinese and Japanese count: 1,2345 is 1 万 2345.
enum class GroupSize : std::uint8_t { kThree, kFour };

/// Reads digits with marks (only 0-9 . , ' and blank) as a number whose decimal mark is `mark`; the other
/// marks group. nullopt when it cannot be read so: groups are of three digits (or two before the last three,
/// as in 1,00,000), the first without a leading zero, all by one mark, and the decimal mark stands once. Also
/// nullopt above 36 digits. Groups of four are parted by commas only, beside a decimal point.
///
///     read_number("1,234.56", kPoint) → 1234.56    read_number("1,234.56", kComma) → nullopt
///     read_number("1,234", kPoint) → 1234          read_number("1,234", kComma) → 1.234
///     read_number("1,2345", kPoint, GroupSize::kFour) → 12345
std::optional<Decimal> read_number(std::string_view text, DecimalMark mark,
                                   GroupSize groups = GroupSize::kThree);

}  // namespace ae::ingest
