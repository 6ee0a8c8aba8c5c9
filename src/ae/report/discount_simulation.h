#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/domain/discount.h"
#include "ae/domain/discount_band.h"
#include "ae/report/discounted_deals.h"
#include "ae/report/report.h"
#include "ae/report/win_rate_breakdown.h"

namespace ae::report {

/// What one approver would have had to decide, under the two policies.
struct ApproverLoad {
  Approver approver = Approver::kAe;
  std::int64_t baseline_count = 0;
  std::optional<Money> baseline_amount;
  std::int64_t count = 0;
  std::optional<Money> amount;

  static constexpr auto fields() {
    using Self = ApproverLoad;
    return std::tuple{
        field("approver", &Self::approver,
              Text{"The lowest role that may say yes: ae, manager, director, vp",
                   "有权批准的最低角色：ae、manager、director、vp"}),
        field("baseline_count", &Self::baseline_count,
              Text{"Closed deals that the baseline policy sends there", "按基准策略由其审批的已关闭商机数"}),
        field("baseline_amount", &Self::baseline_amount,
              Text{"Sum of their known amounts", "其已知金额之和"}),
        field("count", &Self::count,
              Text{"Closed deals that the policy tried sends there", "按试算策略由其审批的已关闭商机数"}),
        field("amount", &Self::amount, Text{"Sum of their known amounts", "其已知金额之和"})};
  }
};

/// Closed deals that another approver would have decided.
struct ReroutedDeals {
  Approver from = Approver::kAe;
  Approver to = Approver::kAe;
  std::int64_t count = 0;
  std::optional<Money> amount;

  static constexpr auto fields() {
    using Self = ReroutedDeals;
    return std::tuple{
        field("from", &Self::from, Text{"Approver under the baseline policy", "基准策略下的审批人"}),
        field("to", &Self::to, Text{"Approver under the policy tried", "试算策略下的审批人"}),
        field("count", &Self::count, Text{"Closed deals", "已关闭商机数"}),
        field("amount", &Self::amount, Text{"Sum of their known amounts", "其已知金额之和"})};
  }
};

/// Rerouted deals together.
struct ReroutedTotal {
  std::int64_t count = 0;
  std::optional<Money> amount;

  static constexpr auto fields() {
    using Self = ReroutedTotal;
    return std::tuple{field("count", &Self::count, Text{"Closed deals", "已关闭商机数"}),
                      field("amount", &Self::amount, Text{"Sum of their known amounts", "其已知金额之和"})};
  }
};

/// Closed deals whose discount is about as deep, in a band of the policy tried.
struct DiscountBandFigures : WinRateFigures {
  DiscountBand band = DiscountBand::kNone;
  std::optional<Significance> p_value;
  std::optional<Significance> q_value;
  WinRateVerdict verdict = WinRateVerdict::kTooFew;
  std::optional<Money> won_amount;
  std::optional<Money> given_away;
  std::int64_t margin_deals = 0;
  std::optional<Ratio> margin, margin_low, margin_high;

  static constexpr auto fields() {
    using Self = DiscountBandFigures;
    return std::tuple_cat(
        std::tuple{field("band", &Self::band,
                         Text{"none, standard, moderate, deep or exception, by the policy tried",
                              "按试算策略：none、standard、moderate、deep、exception"})},
        WinRateFigures::fields(),
        std::tuple{
            field("p_value", &Self::p_value,
                  Text{"Two-sided Fisher exact test of the band against the others; missing below 10 closed "
                       "deals",
                       "该区间与其他区间的双侧 Fisher 精确检验；已关闭商机少于 10 个时缺失"}),
            field("q_value", &Self::q_value,
                  Text{"p value after Benjamini–Hochberg over the bands with one",
                       "对各区间做 Benjamini–Hochberg 校正后的 q 值"}),
            field("verdict", &Self::verdict,
                  Text{"too_few below 10 closed deals; better or worse when q < 0.05; else no_difference",
                       "已关闭商机少于 10 个为 too_few；q < 0.05 为 better 或 worse；否则为 no_difference"}),
            field("won_amount", &Self::won_amount,
                  Text{"Sum of the known amounts of won deals", "赢单已知金额之和"}),
            field(
                "given_away", &Self::given_away,
                Text{"What won deals were below their list price: amount × discount ÷ (1 − discount), where "
                     "the amount is known and the discount is below 100 %",
                     "赢单低于目录价的部分：金额 × 折扣 ÷（1 − 折扣），金额已知且折扣低于 100%"}),
            field("margin_deals", &Self::margin_deals,
                  Text{"Won deals whose margin is known", "毛利率已知的赢单数"}),
            field("margin", &Self::margin, Text{"Mean margin of those", "其毛利率的平均值"}),
            field("margin_low", &Self::margin_low,
                  Text{"Lower end of the 95 % interval of the mean (Student's t); missing below 10 deals",
                       "均值 95% 区间（学生 t）下限；少于 10 个商机时缺失"}),
            field("margin_high", &Self::margin_high, Text{"Upper end of it", "区间上限"})});
  }
};

struct DiscountSimulation {
  std::int64_t closed = 0;
  std::int64_t without_discount = 0;
  std::int64_t open_ignored = 0;
  ReroutedTotal higher, lower;
  std::vector<ApproverLoad> approvers;
  std::vector<ReroutedDeals> rerouted;
  std::vector<DiscountBandFigures> bands;

  static constexpr auto fields() {
    using Self = DiscountSimulation;
    return std::tuple{
        field("closed", &Self::closed,
              Text{"Closed deals with a discount that can be read; 0 % is one",
                   "折扣可识别的已关闭商机数；0% 也算"}),
        field("without_discount", &Self::without_discount,
              Text{"Closed deals whose discount is blank: not known, so in no figure",
                   "折扣为空的已关闭商机数：未知，不计入任何指标"}),
        field("open_ignored", &Self::open_ignored,
              Text{"Open deals: in no figure", "未结商机数：不计入任何指标"}),
        field("higher", &Self::higher,
              Text{"Deals that somebody higher would have decided", "改由更高级别审批的商机"}),
        field("lower", &Self::lower,
              Text{"Deals that somebody lower could have decided", "可由更低级别审批的商机"}),
        field("approvers", &Self::approvers,
              Text{"What each approver has to decide under the two policies", "两种策略下各审批人的审批量"}),
        field("rerouted", &Self::rerouted,
              Text{"Closed deals that another approver would have decided, none where the policies agree",
                   "审批人会改变的已关闭商机；两种策略一致时为空"}),
        field("bands", &Self::bands,
              Text{"Win rate and margin by depth of the discount", "按折扣深度的赢单率与毛利率"})};
  }
};

/// What another discount policy would have routed, and what discounts went with: `scope.policy` is tried,
/// `scope.baseline` is what it is compared with.
struct DiscountSimulationReport {
  static constexpr Info kInfo{
      .command = "discount simulate",
      .title = {"Discount policy, tried on closed deals", "用已关闭商机试算折扣策略"},
      .question = {"Whom would another discount policy have asked, and what do discounts go with?",
                   "换一种折扣策略，谁来审批？折扣与赢单、毛利有何关系？"},
      .compares_policies = true,
      .texts = table::fields_of({OpportunityField::kDiscount, OpportunityField::kMargin})};

  using Output = DiscountSimulation;

  struct Partial {
    DiscountedDeals deals;
    std::int64_t open = 0;

    void add(const table::OpportunityChunk& chunk, const Scope& scope);
    void merge(const Partial& other);

    bool operator==(const Partial&) const = default;
    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
      archive(self.deals, self.open);
    }
  };

  static Result<Output> finalize(const Partial& partial, const Scope& scope, std::vector<Note>& notes);
  static doc::Document render(const Output& output, const Scope& scope);
  /// Deals that somebody lower than before could decide alone: what a policy that is to save margin must not
  /// have.
  static std::int64_t findings(const Output& output);
};

}  // namespace ae::report
