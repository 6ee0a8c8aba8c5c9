#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "ae/ingest/csv/records.h"

namespace ae::ingest {

/// Which records of a file are its table. All numbers are those of records, in order.
struct Layout {
  std::size_t header = 0;  ///< records.size() when no record holds anything
  std::size_t end = 0;     ///< one past the last that can be a row: below are footers or another table
  std::vector<std::size_t> repeated_headers;
  std::vector<std::size_t> totals;    ///< and headings of groups
  std::vector<std::size_t> preamble;  ///< what is not blank above the header, but for `sep=;`
  std::vector<std::size_t> footers;   ///< what is not blank below `end`
  bool other_table = false;           ///< the footers begin with the header of another table
};

/// Records at the beginning that say how wide a table is and which record its header is.
inline constexpr std::size_t kLayoutSample = 200;

/// How sure a record has to be another table's header.
enum class HeaderEvidence : std::uint8_t {
  kNames,  ///< it names columns that exports have
  kShape,  ///< or holds words where the rows hold numbers and dates, and other rows follow
};

/// Finds the header: the first record with at least two names of columns (`wanted` are names, too) among the
/// first 100, with nothing as wide above it; else the first that fills half of the usual width, and more than
/// one cell where the table has more than one. Above it stands the preamble.
///
/// Below the last row stand footers: lines with one cell behind a blank line, or that say what footers say.
/// Totals and repetitions of the header stand between rows. A second, different header ends the table.
Layout find_layout(const csv::Records& records, std::span<const std::string> wanted, HeaderEvidence evidence);

/// Whether nothing stands in a record.
bool is_blank_record(std::span<const csv::Cell> cells);

}  // namespace ae::ingest
