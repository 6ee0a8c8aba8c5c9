#include "ae/forecast/new_business.h"

#include <algorithm>

namespace ae::forecast {
namespace {

constexpr int kPaceDays = 90;

/// Deals created per day.
double creation_pace(const std::vector<Deal>& deals, Date as_of) {
  Date first;
  std::int64_t created = 0;
  for (const Deal& deal : deals) {
    if (deal.created.is_none() || deal.created > as_of) continue;
    if (first.is_none() || deal.created < first) first = deal.created;
    if (as_of - deal.created < kPaceDays) ++created;
  }
  if (first.is_none()) return 0;
  const int days = std::min(kPaceDays, as_of - first + 1);
  return static_cast<double>(created) / days;
}

}  // namespace

NewBusiness NewBusiness::expect(const std::vector<Deal>& deals, const Vantage& vantage,
                                const CloseHazard& hazard, const WonAmounts& amounts) {
  NewBusiness business;
  const double pace = creation_pace(deals, vantage.as_of);
  for (int left = 0; left < vantage.days_left(); ++left) business.deals += pace * hazard.won_by(left);
  for (int left = 0; left < vantage.days_before(); ++left) business.deals -= pace * hazard.won_by(left);
  business.mean = business.deals * amounts.mean();
  business.variance = business.deals * amounts.mean_square();
  return business;
}

}  // namespace ae::forecast
