#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "ae/report/chunk_deals.h"
#include "ae/report/plain_sums.h"

namespace ae::report {

/// Sums of open deals by the days since they were created, so that those older than any limit can be told
/// when the limit is known. Deals without a creation date, or created after the as-of date, are left out.
class SumsByAge {
 public:
  void add(const ChunkDeals& deals);
  void merge(const SumsByAge& other);

  /// Of the deals older than so many days.
  DealSum older_than(std::int64_t days) const;

  bool operator==(const SumsByAge& other) const;
  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    self.settle();
    archive(self.young_, self.older_);
  }

 private:
  static constexpr std::int64_t kYoung = 4096;  // days: eleven years

  DealSum& of_age(std::int64_t days);
  void add_young(std::size_t days, const DealSum& deals) const;
  void settle() const;

  mutable std::vector<DealSum> young_;     ///< by days, up to the largest below kYoung
  std::map<std::int64_t, DealSum> older_;  ///< the same of the others
  mutable PlainSums plain_;                ///< of young ones
};

}  // namespace ae::report
