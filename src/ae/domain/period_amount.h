#pragma once

#include <string>

#include "ae/base/money.h"
#include "ae/base/period.h"

namespace ae {

/// An amount of one owner (or of one team, with no owner) in one period.
struct PeriodAmount {
  std::string owner;  ///< empty: the team's own
  std::string team;   ///< may be empty
  Period period;
  Money amount;
};

/// What is to be won.
using Quota = PeriodAmount;
/// What was said the period would bring.
using ForecastCall = PeriodAmount;

}  // namespace ae
