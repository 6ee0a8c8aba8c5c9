#include "ae/method/counted_share.h"

#include "ae/statistics/binomial_interval.h"

namespace ae::method {

CountedShare counted_share(std::int64_t successes, std::int64_t cases) {
  CountedShare counted;
  counted.too_few = cases < kFewestCases;
  if (counted.too_few) return counted;
  const statistics::Interval interval =
      statistics::wilson_interval(static_cast<double>(successes), static_cast<double>(cases), 0.95);
  const auto ratio = [](double value) {
    return Ratio::of_units(static_cast<std::int64_t>(value * static_cast<double>(Ratio::kOne) + 0.5));
  };
  counted.share = Ratio::of(successes, cases);
  counted.low = ratio(interval.low);
  counted.high = ratio(interval.high);
  return counted;
}

}  // namespace ae::method
