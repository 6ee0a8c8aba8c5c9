#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/base/money.h"
#include "ae/base/period.h"

namespace ae {

/// What one owner (or one team, with no owner) has to win in one period.
struct Quota {
  std::string owner;  ///< empty: the team's own quota
  std::string team;   ///< may be empty
  Period period;
  Money amount;
};

}  // namespace ae
