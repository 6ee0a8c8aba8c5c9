#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ae::ingest {

/// What a cell looks like.
enum class CellLook : std::uint8_t {
  kEmpty,
  kInteger,
  kNumber,
  kDate,
  kTime,
  kLink,
  kWord,
  kText,
  kCode,
  kCount
};
CellLook look_of(std::string_view cell);

/// Mends rows with one cell too few or too many by how the cells of each column look.
class RowRepair {
 public:
  RowRepair(std::size_t width, char delimiter) : looks_(width), delimiter_(delimiter) {}

  /// Requires a row of the right width.
  void learn(std::span<const std::string> row);

  /// The row with an empty cell more, or without one (two cells joined with the delimiter when none is
  /// empty); as it is when it differs by more, or nothing was learnt.
  std::vector<std::string> mended(std::vector<std::string> row) const;

 private:
  using Counts = std::array<std::uint32_t, static_cast<std::size_t>(CellLook::kCount)>;

  double fit(std::span<const std::string> row) const;
  std::vector<std::string> with_a_cell(const std::vector<std::string>& row) const;
  std::vector<std::string> without_a_cell(const std::vector<std::string>& row) const;

  std::vector<Counts> looks_;
  std::uint32_t rows_ = 0;
  char delimiter_;
};

}  // namespace ae::ingest
