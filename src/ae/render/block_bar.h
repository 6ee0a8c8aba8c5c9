#pragma once

#include <cstddef>
#include <string>

namespace ae::render {

/// A bar in block characters. `width` is the columns of both parts together.
struct BlockBar {
  std::string solid;  ///< "███▍"
  std::string rest;   ///< "░░░░"
  std::size_t width = 0;
};

/// A plain bar, to an eighth of a column. Whatever is longer than nothing shows at least "▏"; lengths outside
/// 0..1 (and those that are no number) count as the nearer end.
BlockBar block_bar(double length, std::size_t columns);

/// A bar of `length` whose beginning, `solid`, is darker: "███▍░░░░".
BlockBar block_bar(double length, double solid, std::size_t columns);

/// `length` within 0..1; 0 for what is no number.
double share(double length);

}  // namespace ae::render
