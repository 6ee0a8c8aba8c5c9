#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ae/report/by_word.h"
#include "ae/report/chunk_deals.h"
#include "ae/report/number_bands.h"
#include "ae/report/win_rate.h"

namespace ae::report {

/// What the closed deals say of one value against the others of its dimension.
enum class WinRateVerdict : std::uint8_t { kTooFew, kNoDifference, kBetter, kWorse, kCount };

constexpr std::string_view key(WinRateVerdict verdict) {
  constexpr std::string_view kKeys[] = {"too_few", "no_difference", "better", "worse"};
  return kKeys[static_cast<std::size_t>(verdict)];
}
Text name(WinRateVerdict verdict);

/// A chance from 0 to 1 in six decimals: p and q values.
using Significance = Rounded<6>;

/// Fewest closed deals of a value for a verdict.
inline constexpr std::int64_t kFewestClosed = 10;
/// A value differs when its q value is below this: at most this share of all differences named is by chance.
inline constexpr double kFalseDiscoveryRate = 0.05;

/// One value of one dimension: "owner" "Ana".
struct DimensionFigures : WinRateFigures {
  OpportunityField dimension = OpportunityField::kOwner;
  std::string value;
  std::optional<Significance> p_value;
  std::optional<Significance> q_value;
  WinRateVerdict verdict = WinRateVerdict::kTooFew;
  ClosedDeals deals;            ///< not part of the JSON
  Message words;                ///< the value for people
  std::int64_t others_won = 0;  ///< of the other known values of the dimension
  std::int64_t others_closed = 0;

  static constexpr auto fields() {
    return std::tuple_cat(
        std::tuple{
            field("dimension", &DimensionFigures::dimension, Text{"Field of the deals", "商机字段"}),
            field("value", &DimensionFigures::value,
                  Text{"Its value, as the source spells it; of numbers a band: discount none, standard, "
                       "moderate, deep or exception by the policy; pushes 0 to 3+; contacts 1 to 5+",
                       "字段值，按来源文件的写法；数值字段为区间：折扣按策略分为 "
                       "none、standard、moderate、deep、"
                       "exception；推迟次数 0 至 3+；联系人数 1 至 5+"})},
        WinRateFigures::fields(),
        std::tuple{
            field("p_value", &DimensionFigures::p_value,
                  Text{"Two-sided Fisher exact test of the value against the other known values of its "
                       "dimension; missing below 10 closed deals",
                       "该值与同一维度其他已知值的双侧 Fisher 精确检验；已关闭商机少于 10 个时缺失"}),
            field("q_value", &DimensionFigures::q_value,
                  Text{"p value after Benjamini–Hochberg over all rows with one",
                       "对所有有 p 值的行做 Benjamini–Hochberg 校正后的 q 值"}),
            field(
                "verdict", &DimensionFigures::verdict,
                Text{"too_few below 10 closed deals; better or worse when q < 0.05; else no_difference",
                     "已关闭商机少于 10 个为 too_few；q < 0.05 为 better 或 worse；否则为 no_difference"})});
  }
};

/// Says that a column of discounts or margins holds money: discount_is_money, margin_is_money.
Note not_a_percent(OpportunityField field);

/// The row of a value whose dimension has the closed deals `all`, not judged yet.
DimensionFigures dimension_figures(OpportunityField dimension, const std::string& value,
                                   const ClosedDeals& deals, const ClosedDeals& all);

/// Gives every row with kFewestClosed closed deals its p value, q value and verdict: Fisher's exact test of
/// the value against the others of its dimension, then Benjamini and Hochberg over all rows.
void judge(std::vector<DimensionFigures>& rows);

/// Closed deals by the values of every dimension that a source has a column for. Blank cells are unknown:
/// they are in no row, and no value is judged against them. Numbers are compared in bands (bands_of).
class WinRateBreakdown {
 public:
  /// The fields that win rates are compared by when --by names none.
  static const std::vector<OpportunityField>& default_dimensions();

  void add(const ChunkDeals& deals);
  void merge(const WinRateBreakdown& other);

  /// Rows in the order of the dimensions, within each by closed deals, most first, then by value; bands from
  /// small to large. Notes say which numbers could not be read (number_unread, discount_is_money).
  std::vector<DimensionFigures> figures(const Policy& policy, std::vector<Note>& notes) const;
  /// The closed deals of each value of `dimension`.
  const std::map<std::string, ClosedDeals>& of(OpportunityField dimension) const;

  bool operator==(const WinRateBreakdown&) const = default;
  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    archive(self.dimensions_, self.numbers_);
  }

 private:
  void add_words(OpportunityField field, const ChunkDeals& deals);
  void add_numbers(OpportunityField field, const ChunkDeals& deals);
  std::vector<DimensionFigures> rows_of_numbers(OpportunityField field, const Policy& policy,
                                                std::vector<Note>& notes) const;

  std::map<OpportunityField, ByWord<ClosedDeals>> dimensions_;
  /// Of fields of numbers, by source: each writes them in its own way.
  std::map<OpportunityField, std::map<std::uint32_t, DealsByWords>> numbers_;
};

}  // namespace ae::report
