#pragma once

#include <cstddef>
#include <vector>

#include "ae/report/rows.h"

namespace ae::report {

/// So many deals with amounts below 2⁴⁰ have a sum that a PlainSum can hold.
inline constexpr std::size_t kMostPlainDeals = std::size_t{1} << 22;

/// Plain sums by small numbers, of deals in one currency, that wait to be settled: added without a branch
/// chunk after chunk, and given away before they could overflow or another currency comes.
class PlainSums {
 public:
  /// Makes room for numbers below `count` and for so many deals more. Settles first where it must.
  template <typename Settle>
  void expect(std::size_t count, Currency currency, std::size_t deals, const Settle& to) {
    if (currency_ != currency || deals_ + deals > kMostPlainDeals) settle(to);
    currency_ = currency;
    deals_ += deals;
    if (sums_.size() < count) sums_.resize(count);
  }
  /// By number. Requires that what is added was expected.
  PlainSum* data() { return sums_.data(); }
  const PlainSum& operator[](std::size_t number) const { return sums_[number]; }

  /// Calls to(number, DealSum) for every sum of a deal or more, and begins again.
  template <typename Settle>
  void settle(const Settle& to) {
    if (deals_ == 0) return;
    for (std::size_t number = 0; number < sums_.size(); ++number) {
      if (sums_[number].counts == 0) continue;
      to(number, sums_[number].in(currency_));
      sums_[number] = {};
    }
    deals_ = 0;
  }

 private:
  std::vector<PlainSum> sums_;
  Currency currency_;
  std::size_t deals_ = 0;  ///< expected since all was settled
};

}  // namespace ae::report
