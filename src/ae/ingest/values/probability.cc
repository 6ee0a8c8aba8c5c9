#include "ae/ingest/values/probability.h"

#include <algorithm>
#include <string>

#include "ae/ingest/values/blank.h"
#include "ae/ingest/values/number.h"
#include "ae/ingest/values/plain_characters.h"

namespace ae::ingest {
namespace {

/// The cell in plain characters, a comma as a point, blanks gone.
std::string with_points(std::string_view cell) {
  std::string result = in_plain_characters(cell);
  std::erase(result, ' ');
  std::replace(result.begin(), result.end(), ',', '.');
  return result;
}

/// "1,000" is one, or a thousand.
bool can_be_thousands(std::string_view cell) {
  const std::size_t comma = cell.find(',');
  if (comma == std::string_view::npos || comma == 0 || cell.front() == '0') return false;
  const std::string_view behind = cell.substr(comma + 1);
  return behind == "000" || behind.find_first_of(".,") != std::string_view::npos;
}

constexpr Decimal kOne{1, 0};

bool above(const Decimal& value, const Decimal& limit) {
  Int128 scaled = limit.digits;
  for (int step = 0; step < value.scale; ++step) scaled *= 10;
  return value.digits > scaled;
}

}  // namespace

ProbabilityCell parse_probability(std::string_view cell) {
  ProbabilityCell result;
  const std::string_view trimmed_cell = trimmed(cell);
  if (is_missing(trimmed_cell)) {
    result.missing = true;
    return result;
  }
  constexpr std::size_t kLongest = 24;  // beyond it the digits say nothing
  const std::string plain = with_points(trimmed_cell);
  std::string_view number = plain;
  result.percent_sign = number.ends_with('%');
  if (result.percent_sign) number.remove_suffix(1);
  const bool plain_number =
      number.find_first_not_of("0123456789.") == std::string_view::npos && number.size() <= kLongest;
  const bool readable = plain_number && !can_be_thousands(trimmed_cell);
  const std::optional<Decimal> value = readable ? read_number(number, DecimalMark::kPoint) : std::nullopt;
  if (value) {
    result.number = *value;
  } else {
    result.fault = Text{"not a probability: write 60, 60% or 0.6", "不是赢率：请写成 60、60% 或 0.6"};
  }
  return result;
}

std::optional<EnumArray<ProbabilityScale, bool>> scale_vote(const ProbabilityCell& cell) {
  if (cell.missing || cell.fault || cell.number.digits == 0) return std::nullopt;
  if (above(cell.number, Decimal{100, 0})) return std::nullopt;
  EnumArray<ProbabilityScale, bool> fits;
  fits[ProbabilityScale::kFraction] = !cell.percent_sign && !above(cell.number, kOne);
  fits[ProbabilityScale::kPercent] = cell.percent_sign || above(cell.number, kOne) || cell.number == kOne;
  return fits;
}

ProbabilityScale scale_of(const Decision<ProbabilityScale>& decision, bool shows_percent) {
  using Kind = Decision<ProbabilityScale>::Kind;
  if (decision.kind == Kind::kSettled || decision.kind == Kind::kContested) return decision.way;
  return shows_percent ? ProbabilityScale::kPercent : ProbabilityScale::kFraction;
}

std::optional<Probability> read_probability(const ProbabilityCell& cell, ProbabilityScale scale) {
  const bool percent = cell.percent_sign || scale == ProbabilityScale::kPercent;
  if (above(cell.number, percent ? Decimal{100, 0} : kOne)) return std::nullopt;
  const bool below_one = cell.number.digits != 0 && !above(cell.number, kOne) && cell.number != kOne;
  if (percent && !cell.percent_sign && below_one) return std::nullopt;
  Int128 denominator = percent ? 100 : 1;
  for (int step = 0; step < cell.number.scale; ++step) denominator *= 10;
  const Int128 millionths = divide_half_even(cell.number.digits * Probability::kOne, denominator);
  return Probability::of_millionths(static_cast<std::int32_t>(millionths));
}

}  // namespace ae::ingest
