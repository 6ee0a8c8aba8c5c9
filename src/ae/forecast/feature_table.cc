#include "ae/forecast/feature_table.h"

namespace ae::forecast {

double FeatureTable::won_of(const std::vector<std::size_t>& which) const {
  double sum = 0;
  for (const std::size_t row : which) sum += won[row];
  return sum;
}

double FeatureTable::cases_of(const std::vector<std::size_t>& which) const {
  double sum = 0;
  for (const std::size_t row : which) sum += won[row] + lost[row];
  return sum;
}

}  // namespace ae::forecast
