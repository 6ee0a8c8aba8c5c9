#include "ae/forecast/win_rate_factor.h"

#include <algorithm>

namespace ae::forecast {

double win_rate_factor(const std::vector<Deal>& known, const report::Scope& scope) {
  double won = 0;
  double closed = 0;
  for (const Deal& deal : known) {
    if (deal.is_open()) continue;
    ++closed;
    if (deal.state == DealState::kWon) ++won;
  }
  if (!scope.win_rate_shift || won == 0) return 1;
  const double rate = won / closed;
  return std::clamp(rate + scope.win_rate_shift->as_double(), 0.0, 1.0) / rate;
}

}  // namespace ae::forecast
