#include "ae/ingest/xlsx/delimited_rows.h"

#include <algorithm>

namespace ae::ingest::xlsx {
namespace {

bool needs_quotes(std::string_view cell) {
  bool needs = false;
  for (const char c : cell) needs |= c == '"' || c == ',' || c == '\n' || c == '\r';
  return needs;
}

void append_quoted(std::string_view cell, std::string& text) {
  text += '"';
  for (const char c : cell) {
    if (c == '"') text += '"';
    text += c;
  }
  text += '"';
}

}  // namespace

void DelimitedRows::append(const PlainRow& row, std::size_t width) {
  std::size_t column = 0;
  const auto end_cells_before = [&](std::size_t other) {
    for (; column < other; ++column) {
      ends.push_back(static_cast<std::uint32_t>(text.size()));
      text += column + 1 == width ? '\n' : ',';
    }
  };
  for (const PlainRow::Cell& cell : row.cells) {
    end_cells_before(cell.column);
    if (needs_quotes(cell.text)) {
      append_quoted(cell.text, text);
    } else {
      text += cell.text;
    }
  }
  end_cells_before(width);
  lines.push_back(row.line);
}

}  // namespace ae::ingest::xlsx
