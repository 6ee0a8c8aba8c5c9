#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "ae/base/probability.h"
#include "ae/base/text.h"
#include "ae/ingest/values/decimal.h"

namespace ae::ingest {

/// Whether bare numbers of a column are percents (60) or parts of one (0.6).
enum class ProbabilityScale : std::uint8_t { kFraction, kPercent };

/// The cell of a probability. Point and comma are both decimal marks: nothing is grouped below a hundred.
struct ProbabilityCell {
  bool missing = false;
  bool percent_sign = false;
  Decimal number;
  std::optional<Text> fault;
};

ProbabilityCell parse_probability(std::string_view cell);

/// True when the cell shows that its column is in percent: a percent sign, or a number above 1.
bool shows_percent(const ProbabilityCell& cell);

/// The probability in millionths, rounded half to even; nullopt outside 0..100 %, and for a bare number
/// between 0 and 1 in a column of percents: 0.6 there can be 0.6 % or 60 %.
std::optional<Probability> read_probability(const ProbabilityCell& cell, ProbabilityScale scale);

}  // namespace ae::ingest
