#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ae/ingest/scan/date_column.h"

namespace ae::ingest::scan {

/// So many bytes behind a cell may be read.
inline constexpr std::size_t kReadBeyond = 16;

/// Rows of one width, as they stand in a piece of the file: as many cells as that takes, and as many line
/// feeds outside of quotes as rows.
struct RowBatch {
  const char* text = nullptr;  ///< where positions count from; 20 readable bytes stand before the first row,
                               ///< 64 follow the last one
  std::span<const std::uint32_t> ends;  ///< `width` for each row: where its cells end. Before the first one
                                        ///< stands where the byte before the first row is
  std::size_t width = 0;
  char quote = '"';
  bool crlf = false;                ///< a CR stands before each row's end
  std::vector<std::int64_t> lines;  ///< on which each row begins

  std::size_t rows() const { return lines.size(); }
  std::uint32_t row_begin(std::size_t row) const { return ends_of(row)[-1] + 1; }
  /// Where the cells of a row end.
  const std::uint32_t* ends_of(std::size_t row) const { return ends.data() + row * width; }
  /// The row as it stands, with its line end.
  std::string_view row_text(std::size_t row) const {
    const std::uint32_t first = row_begin(row);
    return {text + first, ends_of(row)[width - 1] + 1 - first};
  }
};

/// The characters of a quoted cell; where quotes are doubled they go through `kept`, which has to outlive
/// them.
[[gnu::noinline]] inline std::string_view without_quotes(std::string_view raw, char quote,
                                                         std::deque<std::string>& kept) {
  const std::string_view inner = raw.substr(1, raw.size() - 2);
  const std::size_t first = inner.find(quote);
  if (first == std::string_view::npos) return inner;
  std::string& plain = kept.emplace_back();
  plain.reserve(inner.size() + kReadBeyond);  // cells may be read a little beyond their end
  std::size_t from = 0;
  for (std::size_t at = first; at != std::string_view::npos; at = inner.find(quote, from)) {
    plain.append(inner, from, at + 1 - from);
    from = at + 2;
  }
  if (from < inner.size()) plain.append(inner, from);
  return plain;
}

/// The cells of one column of a batch.
class ColumnOfBatch {
 public:
  ColumnOfBatch(const RowBatch& batch, std::size_t column, std::deque<std::string>& kept)
      : text_(batch.text),
        ends_(batch.ends.data() + column),
        width_(batch.width),
        last_cut_(batch.crlf && column + 1 == batch.width ? 1 : 0),
        quote_(batch.quote),
        kept_(kept) {}

  /// A cell as it stands.
  [[gnu::always_inline]] std::string_view as_it_stands(std::size_t row) const {
    const std::uint32_t* const end = ends_ + row * width_;
    const std::uint32_t begin = end[-1] + 1;
    return {text_ + begin, *end - last_cut_ - begin};
  }

  /// The characters of a cell, without its quotes.
  [[gnu::always_inline]] std::string_view operator[](std::size_t row) const {
    const std::string_view raw = as_it_stands(row);
    return *raw.data() == quote_ ? without_quotes(raw, quote_, kept_) : raw;
  }

  /// The cells from a row on.
  CellPlaces places(std::size_t row) const { return {text_, ends_ + row * width_, width_, last_cut_}; }

 private:
  const char* text_;
  const std::uint32_t* ends_;
  std::size_t width_;
  std::uint32_t last_cut_;
  char quote_;
  std::deque<std::string>& kept_;
};

}  // namespace ae::ingest::scan
