#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ae/ingest/xlsx/sheet_cells.h"
#include "ae/ingest/xlsx/stored_cell.h"
#include "ae/ingest/xlsx/xml_reader.h"

namespace ae::ingest::xlsx {

/// A row of a sheet: its cells that hold something, from the left.
struct PlainRow {
  struct Cell {
    std::size_t column = 0;
    std::string_view text;
  };
  std::int64_t line = 0;
  std::span<const Cell> cells;
};

/// Reads rows of a sheet as programs write them: <row> with its number, <c> from the left to the right with
/// <v>, <f> or <is><t> in them, plain text. What it reads of them is what read_sheet_cells does; whatever is
/// written otherwise, or wrong, it leaves alone. Pieces of a sheet share nothing, so several parsers can work
/// on them.
class RowParser {
 public:
  /// Both have to outlive it.
  RowParser(const Workbook& workbook, const std::vector<std::string_view>& strings)
      : workbook_(workbook), strings_(strings) {}

  /// Hands each row that holds something to `take`, which says whether to go on; valid for the call. False
  /// when it did not go through all of `rows`, whole <row> elements one after the other.
  bool parse(std::string_view rows, const std::function<bool(const PlainRow&)>& take);

  /// Of all rows parsed.
  const SheetFacts& facts() const { return facts_; }

 private:
  enum class Tag : std::uint8_t { kOpen, kEmpty, kOdd };

  bool take_row(const std::function<bool(const PlainRow&)>& take);
  bool take_cell();
  bool take_content(StoredCell& cell);
  bool take_inline_text(std::string_view& value);
  /// The text of an element of which the name is read, up to its closing tag, which goes with it.
  bool take_element(std::string_view closing, std::string_view& value);
  /// The rest of a tag behind its name.
  Tag take_tag();
  bool take_attribute();
  bool put(const StoredCell& cell);

  bool takes(std::string_view word);
  void skip_blanks();
  /// A text that lasts until the row is done.
  std::string& kept();

  const Workbook& workbook_;
  const std::vector<std::string_view>& strings_;
  SheetFacts facts_;
  const char* at_ = nullptr;
  const char* end_ = nullptr;
  std::int64_t line_ = 0;  ///< of the last row of the piece
  std::size_t column_ = 0;
  std::size_t next_column_ = 0;
  std::vector<PlainRow::Cell> cells_;
  std::array<XmlAttribute, 16> attributes_{};
  std::size_t attribute_count_ = 0;
  std::deque<std::string> kept_;
  std::size_t kept_used_ = 0;
};

}  // namespace ae::ingest::xlsx
