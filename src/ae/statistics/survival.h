#pragma once

#include <cstdint>
#include <map>
#include <optional>

namespace ae::statistics {

/// Share that has not ended yet, by time, when some are still going on (Kaplan and Meier 1958). Times are
/// whole days; what ends on a day was at risk on it, and so was what is last seen on it.
class Survival {
 public:
  /// `ended` and `ongoing`: how many ended, and how many were last seen not ended, by time.
  Survival(const std::map<std::int64_t, std::int64_t>& ended,
           const std::map<std::int64_t, std::int64_t>& ongoing);

  /// The first day by whose end at least `share` (0 < share < 1) has ended; nullopt when that is not seen
  /// yet.
  std::optional<std::int64_t> day_of(double share) const;
  /// Share not ended by the end of `day`.
  double after(std::int64_t day) const;

 private:
  std::map<std::int64_t, double> left_;  ///< from the end of this day on
};

}  // namespace ae::statistics
