#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "ae/base/probability.h"
#include "ae/base/text.h"
#include "ae/ingest/values/column_vote.h"
#include "ae/ingest/values/decimal.h"

namespace ae::ingest {

/// Whether bare numbers of a column are percents (60) or parts of one (0.6).
enum class ProbabilityScale : std::uint8_t { kFraction, kPercent, kCount };

/// The cell of a probability. Point and comma are both decimal marks: nothing is grouped below a hundred;
/// only "1,000" can be a thousand, and is a fault.
struct ProbabilityCell {
  bool missing = false;
  bool percent_sign = false;
  Decimal number;
  std::optional<Text> fault;
};

ProbabilityCell parse_probability(std::string_view cell);

/// The vote of a cell on the scale of its column; nullopt when it has none: missing, faulty, 0, above 100.
/// A percent sign and a number above 1 are for percents, 0.6 is for parts of one, and 1 can be either.
std::optional<EnumArray<ProbabilityScale, bool>> scale_vote(const ProbabilityCell& cell);

/// The scale of a column: parts of one where nothing but 0 and 1 stands in it; percents where as much speaks
/// for one as for the other, since what is above 1 is certain.
ProbabilityScale scale_of(const Decision<ProbabilityScale>& decision, bool shows_percent);

/// The probability in millionths, rounded half to even; nullopt outside 0..100 %, and for a bare number
/// between 0 and 1 in a column of percents: 0.6 there can be 0.6 % or 60 %.
std::optional<Probability> read_probability(const ProbabilityCell& cell, ProbabilityScale scale);

}  // namespace ae::ingest
