#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "ae/ingest/column_formats.h"
#include "ae/ingest/currency_rule.h"
#include "ae/ingest/scan/row_batch.h"
#include "ae/ingest/scan_opportunities.h"
#include "ae/ingest/sheet.h"

namespace ae::ingest {

/// The rows of a table in blocks, which several threads read in any order.
class RowBlocks {
 public:
  /// Reads blocks; each thread has one.
  class Reader {
   public:
    Reader() = default;
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    virtual ~Reader() = default;
    /// The rows of a block, valid until the next call; nullptr when the table is left to the plain reader.
    virtual const scan::RowBatch* read(std::size_t block) = 0;
  };

  RowBlocks() = default;
  RowBlocks(const RowBlocks&) = delete;
  RowBlocks& operator=(const RowBlocks&) = delete;
  virtual ~RowBlocks() = default;

  virtual std::size_t count() const = 0;
  /// Of all blocks together.
  virtual std::size_t bytes() const = 0;
  /// All blocks are going to be read; readers made before are done.
  virtual void begin_pass() = 0;
  virtual std::unique_ptr<Reader> reader() = 0;
  /// The pass is given up: no reader waits for another any more.
  virtual void stop() = 0;
};

/// What the beginning of a table says about all of it.
struct Beginning {
  std::vector<Sheet> sheets;  ///< one, of the beginning
  CurrencyRule currencies;
  ColumnFormats formats;

  const Sheet& sheet() const { return sheets.front(); }
};

/// Takes the sheet of a beginning whose columns are known; nullopt when what follows cannot be scanned.
std::optional<Beginning> beginning_of(std::vector<Sheet> sheets, const ReadOptions& options);

/// Scans the rows as scan_opportunities says, in as many passes as it takes.
std::optional<Reading> scan_blocks(RowBlocks& blocks, Beginning& beginning, const ReadOptions& options,
                                   const ScanPlan& plan, ChunkTaker& taker);

}  // namespace ae::ingest
