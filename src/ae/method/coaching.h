#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/base/fields.h"
#include "ae/doc/document.h"
#include "ae/domain/stage.h"
#include "ae/method/metrics_figures.h"
#include "ae/statistics/moments.h"

/// Where one salesperson differs from the rest of the team by more than chance explains, and what to
/// practise.
namespace ae::method {

enum class CoachingMetric : std::uint8_t {
  kWinRate,
  kConversion,  ///< of one stage
  kCycleDays,
  kWonAmount,
  kDiscount,
  kPushes,
  kHygieneFindings,
  kCount
};

constexpr std::string_view key(CoachingMetric metric) {
  constexpr std::string_view kKeys[] = {"win_rate", "conversion", "cycle_days",      "won_amount",
                                        "discount", "pushes",     "hygiene_findings"};
  return kKeys[static_cast<std::size_t>(metric)];
}
Text name(CoachingMetric metric);
/// Page of the playbook on what the metric is about.
std::string_view playbook_page(CoachingMetric metric);

enum class CoachingVerdict : std::uint8_t { kTooFew, kNoDifference, kBetter, kWorse, kCount };

constexpr std::string_view key(CoachingVerdict verdict) {
  constexpr std::string_view kKeys[] = {"too_few", "no_difference", "better", "worse"};
  return kKeys[static_cast<std::size_t>(verdict)];
}
Text name(CoachingVerdict verdict);

/// What is known of one salesperson in one metric: a share, or numbers.
struct CoachingCase {
  std::string owner;
  CoachingMetric metric = CoachingMetric::kWinRate;
  Stage stage = Stage::kUnknown;           ///< of kConversion
  std::int64_t successes = 0, trials = 0;  ///< of kWinRate and kConversion
  statistics::Moments numbers;             ///< of the others; money in minor units
};

/// Fewest deals of the salesperson, and of the others, for a verdict.
inline constexpr std::int64_t kFewestDeals = 10;

/// One salesperson against all others together, in one metric.
struct CoachingFigures {
  std::string owner;
  CoachingMetric metric = CoachingMetric::kWinRate;
  std::optional<Stage> stage;
  std::int64_t deals = 0, others_deals = 0;
  std::optional<Quantity> value, low, high, others;
  std::optional<Rounded<6>> p_value, q_value;
  CoachingVerdict verdict = CoachingVerdict::kTooFew;
  std::optional<std::string> playbook;
  std::optional<Message> text;

  static constexpr auto fields() {
    using Self = CoachingFigures;
    return std::tuple{
        field("owner", &Self::owner, Text{"Salesperson", "销售人员"}),
        field("metric", &Self::metric,
              Text{"win_rate, conversion, cycle_days, won_amount, discount, pushes or hygiene_findings",
                   "win_rate、conversion、cycle_days、won_amount、discount、pushes 或 hygiene_findings"}),
        field("stage", &Self::stage,
              Text{"Of conversion, the stage that deals went on from; else null",
                   "转化率所指的阶段；其他指标为空"}),
        field("deals", &Self::deals, Text{"Deals that the value rests on", "该值所依据的商机数"}),
        field("others_deals", &Self::others_deals, Text{"The others' deals", "其他人的商机数"}),
        field("value", &Self::value,
              Text{"A share, or the mean over the salesperson's deals", "比例，或其商机的均值"}),
        field("low", &Self::low,
              Text{"Lower end of its 95 % interval: Wilson of a share, Student of a mean",
                   "95% 区间下限：比例用 Wilson，均值用 Student"}),
        field("high", &Self::high, Text{"Upper end of it", "区间上限"}),
        field("others", &Self::others, Text{"The same over all other salespeople", "其他所有销售的同一指标"}),
        field("p_value", &Self::p_value,
              Text{"Two-sided: Fisher's exact test of shares, Welch's test of means; missing below 10 deals "
                   "of either",
                   "双侧检验：比例用 Fisher 精确检验，均值用 Welch 检验；任一方不足 10 个商机时缺失"}),
        field("q_value", &Self::q_value,
              Text{"p value after Benjamini–Hochberg over all rows with one",
                   "对所有有 p 值的行做 Benjamini–Hochberg 校正后的 q 值"}),
        field("verdict", &Self::verdict,
              Text{"too_few below 10 deals of either; better or worse when q < 0.05; else no_difference",
                   "任一方不足 10 个商机为 too_few；q < 0.05 为 better 或 worse；否则为 no_difference"}),
        field("playbook", &Self::playbook,
              Text{"Page to read together; null: nothing to practise", "建议一起阅读的页面；无须练习则为空"}),
        field("text", &Self::text, Text{"The cue in words; null: none", "辅导提示；没有则为空"})};
  }
};

/// Every case against all others of its metric and stage. By owner, then metric. `currency` is that of the
/// amounts.
std::vector<CoachingFigures> coaching(const std::vector<CoachingCase>& cases, Currency currency);

/// The cases with a verdict, and who has too few deals for any.
std::vector<doc::Block> coaching_blocks(const std::vector<CoachingFigures>& figures);

}  // namespace ae::method
