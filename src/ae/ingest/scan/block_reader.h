#pragma once

#include <cstdint>
#include <vector>

#include "ae/ingest/scan/block_order.h"
#include "ae/ingest/scan/file.h"
#include "ae/ingest/scan/marks.h"
#include "ae/ingest/scan/row_batch.h"

namespace ae::ingest::scan {

/// Where the rows of a file are and how they are written.
struct RowsOfFile {
  std::size_t begin = 0;  ///< the first byte of the first row; at least 4, since a header stands before it
  std::size_t end = 0;    ///< of the file
  std::size_t block = 0;  ///< bytes of a block
  std::int64_t first_line = 1;
  Signs signs;
  std::size_t width = 0;
  bool crlf = false;

  std::size_t blocks() const { return (end - begin + block - 1) / block; }
};

/// Reads the rows that begin in a block, to their end, wherever that is. Each thread has one and uses it
/// again for each of its blocks.
class BlockReader {
 public:
  BlockReader(const File& file, const RowsOfFile& rows, BlockOrder& order)
      : file_(file), rows_(rows), order_(order) {}

  /// The rows, valid until the next call; nullptr when the file is left to the plain reader: it is not there
  /// any more as it was, has something odd in it, or a row of another width.
  const RowBatch* read(std::size_t block);

 private:
  bool fetch(std::size_t block);
  bool fetch_more();
  bool find(std::size_t block);
  bool finish_last_row();
  bool at_end_of_file() const { return text_end_ == rows_.end; }
  /// Bytes from the block's first one on whose marks can be found: what follows them is known, too.
  std::size_t searchable() const { return at_end_of_file() ? fetched_ : fetched_ - kLookahead; }
  void drop_blank_lines();
  bool part_rows(std::size_t first_mark);
  Carry carry_at(std::size_t at, bool inside) const;

  const char* text() const { return buffer_.data() + kMargin + behind_; }

  static constexpr std::size_t kMargin = 16;  ///< readable bytes before all that was read

  const File& file_;
  const RowsOfFile& rows_;
  BlockOrder& order_;
  std::vector<char> buffer_;
  std::size_t behind_ = 0;      ///< bytes of the buffer that stand before the block
  std::size_t block_size_ = 0;  ///< bytes of the block
  std::size_t fetched_ = 0;     ///< bytes from the block's first one on
  std::size_t text_end_ = 0;    ///< where in the file they end
  BlockOrder::Before before_;
  Marks marks_;
  Marks tail_;
  std::uint32_t rows_begin_ = 0;  ///< where the first row begins
  std::size_t row_ends_ = 0;      ///< line feeds among the marks
  RowBatch batch_;
};

}  // namespace ae::ingest::scan
