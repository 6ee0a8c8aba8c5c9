#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace ae::render {

/// What the cells of a column of rows hold, all of them written as plain text: 766600.20, 0.6, 2026-03-31,
/// true; empty where there is nothing.
enum class RowCell : std::uint8_t { kText, kAmount, kCurrency, kShare, kDate, kTruth };

/// Rows that are a table of their own, each handed on as its cells, so that no one has to hold them all.
struct RowTable {
  std::vector<std::string> header;
  std::vector<RowCell> holds;  ///< of each column; those beyond its end hold text
  std::function<void(const std::function<void(const std::vector<std::string>&)>& emit)> write_rows;
};

}  // namespace ae::render
