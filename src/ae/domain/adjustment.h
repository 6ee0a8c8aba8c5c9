#pragma once

#include <string>

#include "ae/base/money.h"

namespace ae {

/// What a manager adds to or takes from the forecast of an owner or a team, and why.
struct Adjustment {
  std::string name;  ///< of the owner, else of the team
  Money amount;      ///< below 0 takes away
  std::string note;
};

}  // namespace ae
