#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "ae/base/vectors.h"
#include "ae/ingest/scan/date_column.h"

namespace ae::ingest::scan {

/// How the amounts of a currency become minor units.
struct AmountScale {
  std::uint32_t decimals = 0;             ///< the most that an amount may have
  std::array<std::int64_t, 3> of_last{};  ///< minor units in the last digit of amounts with 0, 1, 2 decimals;
                                          ///< below 2³²
};

/// What one pass over amounts finds beside them.
struct AmountsFound {
  std::size_t others = 0;      ///< cells that are neither such amounts nor empty
  std::size_t with_point = 0;  ///< amounts with one or two decimals
};

/// Reads such numbers as short_number() reads from `amounts.size()` cells, in minor units, and kNoAmount from
/// all others. Writes which of these are not empty into `others`, which has room for all. Twenty readable
/// bytes stand before the first cell.
AmountsFound read_amount_column(const CellPlaces& cells, const AmountScale& scale,
                                std::span<std::int64_t> amounts, std::uint32_t* others);

/// The same by one set of instructions. Requires that the machine has it.
AmountsFound read_amount_column(const CellPlaces& cells, const AmountScale& scale,
                                std::span<std::int64_t> amounts, std::uint32_t* others, Vectors vectors);

}  // namespace ae::ingest::scan
