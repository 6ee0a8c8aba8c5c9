#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "ae/ingest/read_opportunities.h"

namespace ae::ingest {

/// Takes the deals of a scan as they are read.
class ChunkTaker {
 public:
  virtual ~ChunkTaker() = default;

  /// A scan begins, or begins again: what was taken before does not count.
  virtual void begin(unsigned threads) = 0;
  /// Takes a chunk, which is valid for the call only. Called by several threads at once, each with a number
  /// of its own below `threads`.
  virtual void take(unsigned thread, const table::OpportunityChunk& chunk) = 0;
};

/// How a scan goes about its work; its results do not depend on it.
struct ScanPlan {
  table::FieldSet texts;    ///< the fields of words that the taker looks at
  table::FieldSet grouped;  ///< those of them that it groups by, so that equal cells have equal codes
  /// Those of the others that are only asked for a few rows' words: their codes do not tell empty cells.
  table::FieldSet listed;
  std::size_t from = std::size_t{1} << 16;    ///< bytes that a file has at least
  std::size_t head = std::size_t{128} << 10;  ///< bytes at its beginning that say how it is to be read
  std::size_t block = std::size_t{512} << 10;
};

/// Reads a large plain CSV file block by block on several threads, handing on each block's deals instead of
/// keeping them, so that memory does not grow with the file (but for eight bytes for each id). Gives what
/// read_opportunities gives, but for the table, which has one chunk without rows, and hands on the rows that
/// would be in it: how the file is
/// written is supposed from its beginning, every cell is held to that, and the rest of what the plain reader
/// looks for is looked for. nullopt when the file is not plain enough, or anything is wrong with it as a
/// whole: read it with read_opportunities, whatever was handed on.
///
/// Plain is: UTF-8, RFC 4180, lines ending all with LF or all with CRLF, rows as wide as the header, no
/// totals and footers. Rows that cannot be read right are set apart, and rows that share an id judged, as
/// always.
std::optional<Reading> scan_opportunities(const std::string& path, const ReadOptions& options,
                                          const ScanPlan& plan, ChunkTaker& taker);

}  // namespace ae::ingest
