#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

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

/// How the cells of one column look, from coarse to fine: their look, their outline ("a://a.a/9"), their
/// outline with lengths ("99/99/9999"), and the cells themselves.
class ColumnLooks {
 public:
  void learn(std::string_view cell);

  /// How well a cell fits, as the logarithm of a share of the cells learnt; below 0.
  double fit(std::string_view cell) const;

 private:
  using Counts = std::unordered_map<std::string, std::uint32_t>;

  std::array<std::uint32_t, static_cast<std::size_t>(CellLook::kCount)> looks_{};
  Counts outlines_;
  Counts lengths_;
  Counts cells_;
  std::uint32_t rows_ = 0;
};

}  // namespace ae::ingest
