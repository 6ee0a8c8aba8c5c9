#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>

#include "ae/base/enum_array.h"

namespace ae::ingest {

/// How a column that could be written in several ways is read, after all its cells had their say.
template <typename Way>
struct Decision {
  enum class Kind { kNothingToDecide, kUndecided, kSettled, kContested };

  Kind kind = Kind::kNothingToDecide;
  Way way = Way::kCount;  ///< the way of kSettled and kContested

  bool operator==(const Decision&) const = default;
};

/// Collects which ways fit the cells of a column, one vote for each cell that different ways read differently
/// or not at all. Settled: one way fits and no other fits as many, a stray cell (at most one in twenty of the
/// deciding ones) apart. Contested: one way fits most, but more than a stray cell needs another. Undecided:
/// two ways fit equally.
template <typename Way>
class ColumnVote {
 public:
  void add(const EnumArray<Way, bool>& fits, std::size_t cells = 1) {
    for (const Way way : enumerators<Way>()) {
      if (!fits[way]) continue;
      fits_[way] += cells;
      for (const Way other : enumerators<Way>()) {
        if (!fits[other]) fits_only_first_[way][other] += cells;
      }
    }
  }
  void merge(const ColumnVote& other) {
    for (const Way way : enumerators<Way>()) {
      fits_[way] += other.fits_[way];
      for (const Way against : enumerators<Way>())
        fits_only_first_[way][against] += other.fits_only_first_[way][against];
    }
  }

  Decision<Way> decide() const {
    using Kind = typename Decision<Way>::Kind;
    const auto ways = enumerators<Way>();
    const Way best =
        *std::max_element(ways.begin(), ways.end(), [&](Way a, Way b) { return fits_[a] < fits_[b]; });
    if (fits_[best] == 0) return {};
    Kind kind = Kind::kSettled;
    for (const Way other : ways) {
      const std::size_t against = fits_only_first_[other][best];
      const std::size_t in_favour = fits_only_first_[best][other];
      if (other == best) continue;
      if (in_favour == against) return {Kind::kUndecided, Way::kCount};
      if (against * kDecidingPerStray > in_favour) kind = Kind::kContested;
    }
    return {kind, best};
  }

 private:
  static constexpr std::size_t kDecidingPerStray = 20;

  EnumArray<Way, std::size_t> fits_;
  EnumArray<Way, EnumArray<Way, std::size_t>> fits_only_first_;
};

}  // namespace ae::ingest
