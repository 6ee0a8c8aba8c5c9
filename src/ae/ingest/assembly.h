#pragma once

#include <span>
#include <vector>

#include "ae/ingest/chunk_builder.h"
#include "ae/ingest/column_formats.h"
#include "ae/ingest/currency_rule.h"
#include "ae/ingest/sheet.h"

namespace ae::ingest {

/// Puts what was built of the sources together: tables, counts, rows set apart, notes. Borrows the sheets.
class Assembly {
 public:
  explicit Assembly(std::span<const Sheet> sheets);

  /// Takes a chunk and what was found beside it. The table has the chunks, and the quarantine the rows, in
  /// the order in which they come.
  void add(std::size_t source, BuiltChunk& built);

  /// All of a Reading but for its currency.
  Reading finish(std::span<const ColumnFormats> formats, const CurrencyRule& currencies);

 private:
  std::span<const Sheet> sheets_;
  Reading reading_;
  std::vector<std::int64_t> deleted_;
  UnknownNames stages_;
  UnknownNames categories_;
  UnknownNames probabilities_;
};

}  // namespace ae::ingest
