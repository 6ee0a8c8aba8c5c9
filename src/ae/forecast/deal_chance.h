#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ae/base/text.h"
#include "ae/forecast/close_hazard.h"
#include "ae/forecast/forecast_method.h"

namespace ae::forecast {

/// The chance that an open deal is won by the end of the period.
struct DealChance {
  double probability = 0;
  double low = 0, high = 0;       ///< 80 % interval of the probability itself
  std::int64_t deals_behind = 0;  ///< closed deals that it rests on
};

/// What raises or lowers a deal's chance.
struct ChanceReason {
  double effect = 0;  ///< change of the log odds; above 0 speaks for the deal
  Message text;
};

/// Chances of open deals, as one product:
///
///   chance = (won at all) × (in time, if won)
///
/// Won at all: past deals give the level by the deal's age (CloseHazard), the policy's stage table gives the
/// shape: log odds = level + (stage's log odds − their mean over the open deals) + the deal's shift. The
/// level itself leans on the policy by `prior_deals` deals' worth (Beta prior), so without history the chance
/// is the policy's probability. In time: the ages at which past deals were won say it. Where open deals have
/// expected close dates to come, these give the shape by the policy's shares of deals that keep their date,
/// and past ages the level: what is expected of all dated deals together.
class DealChances {
 public:
  static DealChances fit(const std::vector<Deal>& known, const Vantage& vantage, const Policy& policy);

  /// The same with every chance multiplied by `factor`, at most to 1: for trying another win rate.
  DealChances times(double factor) const;

  /// nullopt when nothing is known: no history and a stage without a probability.
  std::optional<DealChance> of(const Deal& deal) const;
  /// The share of a deal's chance that falls in the days up to the end of `day`, from how past deals of its
  /// age went on: 0 at as_of or the day before the period, 1 at the period's end.
  double share_by(const Deal& deal, Date day) const;
  /// Up to three for and three against, strongest first; among them `features`, the parts of its shift.
  std::vector<ChanceReason> reasons(const Deal& deal, std::vector<ChanceReason> features = {}) const;

  const CloseHazard& hazard() const { return hazard_; }

 private:
  /// A deal whose dates speak neither for nor against it.
  double level(const Deal& deal) const;
  double stage_effect(const Deal& deal) const;
  std::optional<double> won_at_all(const Deal& deal) const;
  std::optional<ChanceReason> age_reason(const Deal& deal) const;
  std::optional<ChanceReason> date_reason(const Deal& deal) const;
  double in_time(const Deal& deal) const;
  double in_time_by_age(const Deal& deal) const;
  double in_time_by_date(const Deal& deal) const;
  bool is_dated(const Deal& deal) const;
  void fit_dated_level(const std::vector<Deal>& known);
  std::optional<std::int64_t> age(const Deal& deal) const;

  Policy policy_;
  Vantage vantage_;
  CloseHazard hazard_;
  double factor_ = 1;
  double dated_level_ = 1;  ///< what past timing makes of the policy's shares for dated deals
  double stage_mean_ = 0;   ///< mean log odds of the stages of open deals
};

}  // namespace ae::forecast
