#pragma once

#include <cstddef>
#include <string>

#include "ae/doc/document.h"

namespace ae::render {

/// A bar in block characters. `width` is the columns of both parts together.
struct BlockBar {
  std::string solid;  ///< "███▍"
  std::string rest;   ///< "░░░░"
  std::size_t width = 0;
  std::size_t before = 0;  ///< empty columns before it, beside `width`
};

/// A plain bar, to an eighth of a column. Whatever is longer than nothing shows at least "▏"; lengths outside
/// 0..1 (and those that are no number) count as the nearer end.
BlockBar block_bar(double length, std::size_t columns);

/// A bar of `length` whose beginning, `solid`, is darker: "███▍░░░░".
BlockBar block_bar(double length, double solid, std::size_t columns);

/// The same beginning at `start`, in whole columns; all of it solid when `solid` is not below `length`.
BlockBar block_bar_from(double start, double length, double solid, std::size_t columns);

/// A bar of a chart by what it and the chart say: where it begins, and whether it has an inner part.
BlockBar block_bar(const doc::BarChart& chart, const doc::Bar& bar, std::size_t columns);

/// `length` within 0..1; 0 for what is no number.
double share(double length);

}  // namespace ae::render
