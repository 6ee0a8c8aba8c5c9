#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "ae/base/date.h"
#include "ae/base/vectors.h"

namespace ae::ingest::scan {

/// The cells of a column of a batch, as they stand. The same sign stands behind each of them, and in a cell
/// only where that begins with a quote.
struct CellPlaces {
  const char* text = nullptr;  ///< where positions count from; 64 readable bytes follow the last cell
  const std::uint32_t* ends =
      nullptr;             ///< of the first cell; the end of what stands before it lies before it
  std::size_t stride = 0;  ///< from the end of one cell to that of the next
  std::uint32_t cut = 0;   ///< bytes before an end that belong to no cell: a CR
};

/// Reads the dates of `days.size()` cells that are just such ten bytes as plain_date() reads, and no date
/// from all others. Writes which of these are not empty into `others`, which has room for all; gives their
/// number.
std::size_t read_date_column(const CellPlaces& cells, std::span<Date> days, std::uint32_t* others);

/// The same by one set of instructions. Requires that the machine has it.
std::size_t read_date_column(const CellPlaces& cells, std::span<Date> days, std::uint32_t* others,
                             Vectors vectors);

}  // namespace ae::ingest::scan
