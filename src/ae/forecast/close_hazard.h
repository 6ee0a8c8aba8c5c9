#pragma once

#include <cstdint>
#include <vector>

#include "ae/forecast/deal.h"

namespace ae::forecast {

/// How deals end by their age: daily chances of being won and of being lost, from closed deals and from open
/// ones that have not ended yet (competing risks, Kalbfleisch and Prentice 2002, 8.2).
///
/// A file often begins with the first close and not with the first deal, so a deal is looked at only from
/// that day on (delayed entry). Ages are cut into bands with about `kClosesPerBand` closes each, and a band's
/// chance leans on the overall one by `kPriorDays` days' worth of exposure: few deals say little.
///
/// Deals without a creation date have no age; they are a band of their own, by calendar days.
class CloseHazard {
 public:
  static constexpr std::int64_t kClosesPerBand = 20;
  static constexpr double kPriorDays = 10;

  /// From deals as they are known at the end of `as_of`. Deals whose dates contradict each other are left
  /// out.
  static CloseHazard fit(const std::vector<Deal>& deals, Date as_of);

  /// Chance that a deal still open at the end of the day on which it is `age` days old is won within the next
  /// `days` days. Requires age ≥ 0.
  double won_within(std::int64_t age, std::int64_t days) const;
  /// Chance that a deal is won by the end of the day on which it is `age` days old, seen from its creation.
  double won_by(std::int64_t age) const;
  /// Chance that it is won at all, within ten years.
  double won_at_all(std::int64_t age) const { return won_within(age, kHorizonDays); }
  /// The same for a deal of unknown age.
  double won_within_ageless(std::int64_t days) const;

  /// Closed deals that were looked at.
  std::int64_t closed() const { return closed_; }
  /// Closed deals that were still open at `age`: what a chance from that age rests on.
  std::int64_t closed_beyond(std::int64_t age) const;

 private:
  static constexpr std::int64_t kHorizonDays = 3'650;

  void accumulate(const std::vector<double>& won_chance, const std::vector<double>& lost_chance);

  std::vector<double> open_;                   ///< share still open at the start of each day of age
  std::vector<double> won_;                    ///< share won before it
  std::vector<std::int64_t> closing_ages_;     ///< sorted
  double ageless_won_ = 0, ageless_lost_ = 0;  ///< daily chances
  std::int64_t closed_ = 0;
};

}  // namespace ae::forecast
