#include "ae/report/percent_column.h"

#include <cstdlib>
#include <string>

namespace ae::report {
namespace {

constexpr std::int64_t kMillion = 1'000'000;

bool strip(std::string_view& words, std::string_view sign) {
  if (!words.ends_with(sign)) return false;
  words.remove_suffix(sign.size());
  while (words.ends_with(' ')) words.remove_suffix(1);
  return true;
}

bool strip_minus(std::string_view& words) {
  for (const std::string_view minus : {"-", "−", "－"}) {
    if (!words.starts_with(minus)) continue;
    words.remove_prefix(minus.size());
    return true;
  }
  return false;
}

enum class Mark : std::uint8_t { kBare, kPercent, kTenths };

struct Cell {
  Mark mark = Mark::kBare;
  std::int64_t millionths = 0;  ///< as written: 12.5 is 12,500,000
};

std::optional<Cell> cell_of(std::string_view words, bool is_signed) {
  Cell cell;
  const bool negative = is_signed && strip_minus(words);
  if (strip(words, "%") || strip(words, "％")) cell.mark = Mark::kPercent;
  if (!is_signed && cell.mark == Mark::kBare && strip(words, "折")) cell.mark = Mark::kTenths;
  const std::optional<std::int64_t> value = millionths_of(words);
  if (!value) return std::nullopt;
  cell.millionths = negative ? -*value : *value;
  return cell;
}

/// 8折 and 85折 both leave so many tenths of the price: what is off, in millionths.
std::optional<std::int64_t> off_of_tenths(std::int64_t millionths) {
  const std::int64_t left = millionths <= 10 * kMillion ? millionths / 10 : millionths / 100;
  if (left <= 0 || left > kMillion) return std::nullopt;
  return kMillion - left;
}

}  // namespace

std::optional<std::int64_t> millionths_of(std::string_view digits) {
  const std::size_t mark = digits.find_first_of(".,");
  const std::string_view whole = digits.substr(0, mark);
  const std::string_view part = mark == std::string_view::npos ? "" : digits.substr(mark + 1);
  const bool only_digits =
      (std::string(whole) + std::string(part)).find_first_not_of("0123456789") == std::string::npos;
  if (!only_digits || whole.empty() || whole.size() > 9 || part.size() > 6) return std::nullopt;
  if (mark != std::string_view::npos && part.empty()) return std::nullopt;
  std::int64_t value = 0;
  for (const char digit : whole) value = value * 10 + (digit - '0');
  std::int64_t decimals = 0;
  for (std::size_t place = 0; place < 6; ++place)
    decimals = decimals * 10 + (place < part.size() ? part[place] - '0' : 0);
  return value * kMillion + decimals;
}

void PercentColumn::look_at(std::string_view word) {
  const std::optional<Cell> cell = cell_of(word, signed_);
  if (!cell || cell->mark == Mark::kTenths) return;
  const std::int64_t size = std::abs(cell->millionths);
  above_hundred_ |= cell->millionths > 100 * kMillion;
  percents_ |= cell->mark == Mark::kPercent || size > kMillion;
  parts_ |= cell->mark == Mark::kBare && size > 0 && size < kMillion;
}

std::optional<std::int64_t> PercentColumn::millionths(std::string_view word) const {
  if (above_hundred_) return std::nullopt;
  const std::optional<Cell> cell = cell_of(word, signed_);
  if (!cell) return std::nullopt;
  const std::int64_t size = std::abs(cell->millionths);
  if (cell->mark == Mark::kTenths) return off_of_tenths(cell->millionths);
  if (cell->mark == Mark::kBare && !percents_)
    return size == kMillion && !parts_ ? std::nullopt : std::optional(cell->millionths);
  if (cell->mark == Mark::kBare && size > 0 && size < kMillion) return std::nullopt;
  return cell->millionths / 100;
}

}  // namespace ae::report
