#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ae/base/date.h"

namespace ae::forecast {

/// Deals of one row that closed on one day.
struct DatedOutcomes {
  Date closed;
  double won = 0, lost = 0;
};

/// Closed deals by what is known of them before the close. Rows are distinct: deals with the same features
/// are one row with their outcomes counted, so that they can never stand on both sides of a test.
struct FeatureTable {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> levels;   ///< of each column; code 0 is "", a blank cell
  std::vector<std::vector<std::uint32_t>> rows;   ///< a code for each column
  std::vector<double> won, lost;                  ///< of each row
  std::vector<std::vector<DatedOutcomes>> dated;  ///< of each row, those whose close date is known

  std::size_t size() const { return rows.size(); }
  double won_of(const std::vector<std::size_t>& which) const;
  double cases_of(const std::vector<std::size_t>& which) const;
};

}  // namespace ae::forecast
