#pragma once

#include <map>
#include <string>

#include "ae/base/enum_array.h"
#include "ae/report/category_breakdown.h"
#include "ae/report/rows.h"

namespace ae::forecast {

/// What is won in the period and what is due in it, for everyone or for one group.
struct DueDeals {
  report::DealSum closed;  ///< won in the period up to as_of
  EnumArray<ForecastCategory, report::CategoryBreakdown::Row>
      due;  ///< open, dated in the period, overdue ones too

  void add_row(const table::OpportunityChunk& chunk, std::size_t row, const report::Scope& scope);
  void merge(const DueDeals& other);
  /// All categories together.
  report::CategoryBreakdown::Row all_due() const;

  bool operator==(const DueDeals&) const = default;
  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    archive(self.closed, self.due);
  }
};

/// Due deals of everyone and by group; overdue ones apart.
class DueBreakdown {
 public:
  void add(const table::OpportunityChunk& chunk, const report::Scope& scope);
  void merge(const DueBreakdown& other);

  const DueDeals& all() const { return all_; }
  const report::DealSum& overdue() const { return overdue_; }
  const report::DealSum& overdue_in_period() const { return overdue_in_period_; }
  std::int64_t open_undated() const { return open_undated_; }
  std::int64_t open() const { return open_; }
  std::int64_t rows() const { return rows_; }
  const std::map<OpportunityField, std::map<std::string, DueDeals>>& groups() const { return groups_; }

  bool operator==(const DueBreakdown&) const = default;
  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    archive(self.all_, self.overdue_, self.overdue_in_period_, self.open_undated_, self.open_, self.rows_,
            self.groups_);
  }

 private:
  DueDeals all_;
  report::DealSum overdue_;            ///< open, close date before as_of, whichever period it lies in
  report::DealSum overdue_in_period_;  ///< of these dated in the period, so part of `due`
  std::int64_t open_undated_ = 0;      ///< open without a close date
  std::int64_t open_ = 0;
  std::int64_t rows_ = 0;
  std::map<OpportunityField, std::map<std::string, DueDeals>> groups_;
};

}  // namespace ae::forecast
