#include "ae/render/block_bar.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace ae::render {
namespace {

constexpr std::string_view kFull = "█";
constexpr std::string_view kLight = "░";
constexpr std::string_view kEighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

std::string repeated(std::string_view block, std::size_t times) {
  std::string blocks;
  for (std::size_t time = 0; time < times; ++time) blocks += block;
  return blocks;
}

/// round(length × units), but at least 1 for what is longer than nothing.
std::size_t at_least_one(double length, std::size_t units) {
  const double exact = share(length) * static_cast<double>(units);
  if (exact <= 0) return 0;
  return std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(exact)));
}

}  // namespace

double share(double length) {
  if (!(length > 0)) return 0;
  return std::min(length, 1.0);
}

BlockBar block_bar(double length, std::size_t columns) {
  const std::size_t eighths = at_least_one(length, columns * 8);
  BlockBar bar;
  bar.solid = repeated(kFull, eighths / 8);
  bar.solid += kEighths[eighths % 8];
  bar.width = (eighths + 7) / 8;
  return bar;
}

BlockBar block_bar(double length, double solid, std::size_t columns) {
  BlockBar bar = block_bar(std::min(share(solid), share(length)), columns);
  const std::size_t whole = at_least_one(length, columns);
  if (whole <= bar.width) return bar;
  bar.rest = repeated(kLight, whole - bar.width);
  bar.width = whole;
  return bar;
}

BlockBar block_bar_from(double start, double length, double solid, std::size_t columns) {
  const auto column_of = [&](double at) {
    return static_cast<std::size_t>(std::lround(share(at) * static_cast<double>(columns)));
  };
  BlockBar bar;
  bar.before = std::min(column_of(start), columns - 1);
  if (!(length > 0)) return bar;
  const std::size_t end = std::max(bar.before + 1, column_of(start + length));
  const std::size_t inner = std::clamp(column_of(start + std::min(solid, length)), bar.before, end);
  bar.solid = repeated(kFull, inner - bar.before);
  bar.rest = repeated(kLight, end - inner);
  bar.width = end - bar.before;
  return bar;
}

BlockBar block_bar(const doc::BarChart& chart, const doc::Bar& bar, std::size_t columns) {
  const bool whole = chart.solid_label.empty();
  if (bar.start > 0) return block_bar_from(bar.start, bar.length, whole ? bar.length : bar.solid, columns);
  return whole ? block_bar(bar.length, columns) : block_bar(bar.length, bar.solid, columns);
}

}  // namespace ae::render
