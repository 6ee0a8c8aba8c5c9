#pragma once

#include <optional>
#include <vector>

#include "ae/base/enum_array.h"
#include "ae/report/chunk_deals.h"
#include "ae/report/win_rate.h"

namespace ae::report {

/// An open stage of the method, and how closed deals got through it.
struct LostStageFigures {
  Stage stage = Stage::kUnknown;
  std::int64_t reached = 0;
  std::int64_t lost = 0;
  std::optional<Money> lost_amount;
  std::optional<Ratio> share;
  std::optional<Ratio> conversion, conversion_low, conversion_high;

  static constexpr auto fields() {
    using Self = LostStageFigures;
    return std::tuple{
        field("stage", &Self::stage, Text{"Stage of the method", "方法中的阶段"}),
        field("reached", &Self::reached,
              Text{"Won deals, and lost ones that were lost from this stage or a later one",
                   "赢单，以及在此阶段或更后阶段丢失的商机"}),
        field("lost", &Self::lost, Text{"Deals lost from it", "在此阶段丢失的商机"}),
        field("lost_amount", &Self::lost_amount, Text{"Sum of their known amounts", "其已知金额之和"}),
        field("share", &Self::share,
              Text{"Share of the lost deals whose last stage is known", "占最后阶段已知的丢单的比例"}),
        field("conversion", &Self::conversion,
              Text{"(Reached − lost from it) ÷ reached: deals that went on",
                   "（到达 − 在此丢失）÷ 到达：继续推进的比例"}),
        field("conversion_low", &Self::conversion_low,
              Text{"Lower end of its Wilson 95 % interval", "Wilson 95% 区间下限"}),
        field("conversion_high", &Self::conversion_high, Text{"Upper end of it", "区间上限"})};
  }
};

/// Where lost deals stood when they were lost: known where a source keeps a closed deal's stage beside its
/// status. A won deal counts as having passed every stage.
class LostStages {
 public:
  void add(const ChunkDeals& deals);
  void merge(const LostStages& other);

  /// The open stages in order; empty when of no lost deal the last stage is known. Conversions are null when
  /// of some it is not: those would be missing among the lost, and no won deal is.
  std::vector<LostStageFigures> figures(Figures& figures) const;
  std::int64_t unknown() const { return unknown_; }

  bool operator==(const LostStages&) const = default;
  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    archive(self.lost_, self.won_, self.unknown_);
  }

 private:
  EnumArray<Stage, DealSum> lost_;
  std::int64_t won_ = 0;
  std::int64_t unknown_ = 0;  ///< lost deals of which the last stage is not known
};

}  // namespace ae::report
