#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "ae/ingest/csv/dialect.h"

namespace ae::ingest {

/// The dialect of a text and whether each of its lines is one quoted cell that holds the record (the header
/// may be bare):
///
///     "Deal,Amount"
///     "Acme ""North"",500"
struct SniffedDialect {
  csv::Dialect dialect;
  bool rows_quoted = false;
};

/// Decides by whole records of the first 64 KB:
/// - the delimiter among `,` `;` tab `|` under which most records have the same number of cells, more so
///   when the header's cells are names of columns; the one with more cells wins a draw, then the order above.
///   A first line `sep=;` names it. Blanks part cells only when nothing else does and cells with blanks are
///   quoted.
/// - quotes are `"`, or `'` when every cell that begins with one ends with one and no cell begins with `"`;
/// - a backslash escapes when quotes close at the end of their cells only so.
/// Well-formed RFC 4180 stays what it is. `,` when nothing parts the records.
SniffedDialect sniff_dialect(std::string_view text);

/// Bytes at the beginning of a text that decide its dialect.
inline constexpr std::size_t kDialectSample = std::size_t{64} << 10;

/// Whether the first line is Excel's `sep=;`.
bool names_delimiter(std::string_view text);

/// The records out of rows that are quoted as a whole, each on the line on which it stood.
std::string without_row_quotes(std::string_view text, const csv::Dialect& dialect);

}  // namespace ae::ingest
