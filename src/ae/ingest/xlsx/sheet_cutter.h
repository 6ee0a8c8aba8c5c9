#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace ae::ingest::xlsx {

/// Cuts the XML of a sheet, piece by piece as it is unpacked, into blocks of whole rows and what stands
/// around them. Looks at nothing but where rows end: whether a block holds rows and nothing else, and the
/// rest is XML, is for others to say.
class SheetCutter {
 public:
  /// Both say whether to go on.
  struct Takers {
    std::function<bool(std::string_view frame)> frame;  ///< what stands around the rows, in order
    std::function<bool(std::string& rows)> rows;        ///< a block, to be exchanged at will
  };

  /// Blocks have at least so many bytes, but for the last one.
  SheetCutter(Takers takers, std::size_t first_block, std::size_t block)
      : takers_(std::move(takers)), target_(first_block), block_(block) {}

  /// False when it cannot be cut, or a taker said so.
  bool take(std::string_view piece);
  bool finish();

 private:
  enum class Part { kAbove, kRows, kBelow };
  bool take_slice(std::string_view piece);
  bool begin_rows();
  bool cut_rows(std::size_t end);

  Takers takers_;
  std::size_t target_;
  std::size_t block_;
  Part part_ = Part::kAbove;
  std::string text_;  ///< not handed on yet
};

}  // namespace ae::ingest::xlsx
