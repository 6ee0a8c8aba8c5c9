#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ae::ingest::scan {

/// Rows of one width, as they stand in a piece of the file.
struct RowBatch {
  const char* text = nullptr;           ///< where positions count from; 64 readable bytes follow the last row
  std::span<const std::uint32_t> ends;  ///< `width` for each row: where its cells end
  std::uint32_t begin = 0;              ///< where the first row begins
  std::size_t width = 0;
  char quote = '"';
  bool crlf = false;                ///< a CR stands before each row's end
  std::vector<std::int64_t> lines;  ///< on which each row begins

  std::size_t rows() const { return lines.size(); }
  std::uint32_t row_begin(std::size_t row) const { return row == 0 ? begin : ends[row * width - 1] + 1; }
  /// The row as it stands, with its line end.
  std::string_view row_text(std::size_t row) const {
    const std::uint32_t first = row_begin(row);
    return {text + first, ends[(row + 1) * width - 1] + 1 - first};
  }

  /// A cell as it stands between its delimiters, quotes and all.
  std::string_view raw(std::size_t row, std::size_t column) const {
    const std::size_t at = row * width + column;
    const std::uint32_t first = at == 0 ? begin : ends[at - 1] + 1;
    const std::uint32_t last = ends[at] - (crlf && column + 1 == width ? 1U : 0U);
    return {text + first, last - first};
  }
};

/// The characters of a cell: without its quotes; doubled ones go through `kept`, which has to outlive it.
inline std::string_view unquoted(std::string_view raw, char quote, std::deque<std::string>& kept) {
  if (raw.empty() || raw.front() != quote) return raw;
  const std::string_view inner = raw.substr(1, raw.size() - 2);
  if (inner.find(quote) == std::string_view::npos) return inner;
  std::string& plain = kept.emplace_back();
  plain.reserve(inner.size() + 8);  // cells may be read a little beyond their end
  for (std::size_t at = 0; at < inner.size(); ++at) {
    plain += inner[at];
    if (inner[at] == quote) ++at;
  }
  return plain;
}

}  // namespace ae::ingest::scan
