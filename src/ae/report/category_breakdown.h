#pragma once

#include <optional>
#include <vector>

#include "ae/base/fields.h"
#include "ae/report/chunk_deals.h"
#include "ae/report/figures.h"

namespace ae::report {

struct CategoryFigures {
  std::optional<ForecastCategory> category;  ///< null: a stage that gives none
  std::int64_t count = 0;
  std::optional<Money> amount;
  std::optional<Money> weighted;

  static constexpr auto fields() {
    return std::tuple{
        field("category", &CategoryFigures::category,
              Text{"The category in the source, else the band of the stage's probability",
                   "来源文件中的类别，否则取阶段概率所在区间"}),
        field("count", &CategoryFigures::count, Text{"Open deals in the category", "该类别的未结商机数"}),
        field("amount", &CategoryFigures::amount, Text{"Sum of their known amounts", "其已知金额之和"}),
        field("weighted", &CategoryFigures::weighted,
              Text{"Sum of amount × probability of the stage", "金额 × 阶段概率之和"})};
  }
};

/// Open deals by forecast category, strongest first.
class CategoryBreakdown {
 public:
  struct Row {
    DealSum deals;
    MoneySum weighted;  ///< × millionths

    bool operator==(const Row&) const = default;
    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
      archive(self.deals, self.weighted);
    }
  };

  void add(const ChunkDeals& deals);
  void merge(const CategoryBreakdown& other);

  /// The four categories of the method always; the others where they have deals.
  std::vector<CategoryFigures> figures(Figures& figures) const;
  const Row& row(ForecastCategory category) const { return rows_[category]; }

  bool operator==(const CategoryBreakdown&) const = default;
  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    archive(self.rows_);
  }

 private:
  EnumArray<ForecastCategory, Row> rows_;
};

}  // namespace ae::report
