#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ae/base/fields.h"
#include "ae/report/chunk_deals.h"
#include "ae/report/figures.h"

namespace ae::report {

struct StageFigures {
  std::optional<std::string>
      stage;  ///< key of a stage of the method, else the name in the source; null: blank there
  std::optional<Probability> probability;
  std::int64_t count = 0;
  std::optional<Money> amount;
  std::optional<Money> weighted;
  std::optional<Money> average_amount;
  std::optional<Days> average_age_days;
  std::optional<Stage> known;  ///< the stage of the method, for labels; not part of the JSON

  static constexpr auto fields() {
    return std::tuple{
        field("stage", &StageFigures::stage,
              Text{"Stage of the method, or the name in the source", "方法中的阶段，或来源文件中的名称"}),
        field("probability", &StageFigures::probability,
              Text{"The policy's chance that a deal in the stage is won", "策略设定的阶段赢单概率"}),
        field("count", &StageFigures::count, Text{"Open deals in the stage", "该阶段的未结商机数"}),
        field("amount", &StageFigures::amount, Text{"Sum of their known amounts", "其已知金额之和"}),
        field("weighted", &StageFigures::weighted,
              Text{"Amount × probability of the stage", "金额 × 阶段概率"}),
        field("average_amount", &StageFigures::average_amount,
              Text{"Amount ÷ deals with an amount", "金额 ÷ 有金额的商机数"}),
        field("average_age_days", &StageFigures::average_age_days,
              Text{"Mean days from creation to the as-of date, over deals created by then",
                   "创建日至基准日的平均天数（仅计已创建的商机）"})};
  }
};

/// Open deals by stage: the five of the method in order, then names the method does not know, by name.
class StageBreakdown {
 public:
  void add(const ChunkDeals& deals);
  void merge(const StageBreakdown& other);
  std::vector<StageFigures> figures(const Policy& policy, Figures& figures) const;

  bool operator==(const StageBreakdown&) const = default;
  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    archive(self.known_, self.unknown_);
  }

 private:
  struct Ages {
    std::int64_t deals = 0;  ///< with an age
    std::int64_t days = 0;

    void merge(const Ages& other) {
      deals += other.deals;
      days += other.days;
    }
    bool operator==(const Ages&) const = default;
    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
      archive(self.deals, self.days);
    }
  };
  struct Row {
    DealSum deals;
    Ages ages;

    void merge(const Row& other);
    bool operator==(const Row&) const = default;
    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
      archive(self.deals, self.ages);
    }
  };
  void add_elsewhere(const table::OpportunityChunk& chunk, std::size_t row, Date as_of);
  static StageFigures figures_of(const Row& row, Probability probability, Figures& figures);

  EnumArray<Stage, Row> known_;
  std::map<std::string, Row> unknown_;
};

}  // namespace ae::report
