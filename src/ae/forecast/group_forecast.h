#pragma once

#include <cstdint>
#include <vector>

#include "ae/forecast/learnt_forecast.h"

namespace ae::forecast {

/// The part of a learnt forecast that one group brings: an owner, a team.
struct GroupForecast {
  double mean = 0;  ///< minor units, what is won already among it
  Outcome outcome;
};

/// Splits the whole's forecast among groups: each takes its own deals, its won amount so far and its share of
/// the business still to be created, which is its share of what was won in the year before as_of (of all that
/// was won, when nothing was in that year; the same for each, when nothing ever was). Chances, scale and
/// common factor are the whole's, so the means add up to its mean, and a bad quarter is bad for every group.
///
/// `group_of` gives the group of each deal by Deal::fact, all below `groups`.
std::vector<GroupForecast> split(const LearntForecast& whole, const std::vector<Deal>& known,
                                 const Vantage& vantage, const DealChances& chances,
                                 const WonAmounts& amounts, const std::vector<std::uint32_t>& group_of,
                                 std::size_t groups);

}  // namespace ae::forecast
