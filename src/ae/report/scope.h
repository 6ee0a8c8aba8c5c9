#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ae/base/date.h"
#include "ae/base/period.h"
#include "ae/domain/adjustment.h"
#include "ae/domain/opportunity_field.h"
#include "ae/domain/period_amount.h"
#include "ae/domain/policy.h"

namespace ae::report {

/// What every figure of a run is relative to. The same table and the same Scope give the same bytes.
struct Scope {
  Date as_of;
  FiscalCalendar calendar;
  Period period;  ///< of the calendar
  Policy policy;
  std::optional<Policy> baseline;  ///< the policy that `policy` is compared with; nullopt: the default one
  /// The currency of all amounts (none: nobody named one); nullopt when there are several: then no figure
  /// adds them.
  std::optional<Currency> currency = Currency{};
  std::optional<Money> quota;           ///< of the period, for everyone together
  std::vector<Quota> quotas;            ///< by owner and team
  std::optional<Ratio> win_rate_shift;  ///< what --win-rate tries: added to the win rate of open deals
  std::vector<ForecastCall> calls;      ///< what owners and teams said, for holding against what came
  std::vector<Adjustment> adjustments;  ///< a manager's, to the forecast
  unsigned threads = 1;                 ///< that making figures may use; no figure depends on it
  std::vector<OpportunityField> by;     ///< what --by compares or groups by; empty: the report's own choice

  /// The quota of the period for everyone: `quota`, else the sum of the owners' quotas of the period and of
  /// the quotas of those teams none of whose owners has one; nullopt when there is none. Teams' quotas are
  /// left out when an owner's row names no team: it may be part of any.
  std::optional<Money> total_quota() const;
  std::optional<Money> owner_quota(std::string_view owner) const;
  /// The team's own quota, else the sum of its owners'.
  std::optional<Money> team_quota(std::string_view team) const;
};

}  // namespace ae::report
