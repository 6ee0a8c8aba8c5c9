#include "ae/report/discount_simulation.h"

#include <cmath>

#include "ae/statistics/student_t.h"

namespace ae::report {
namespace {

constexpr std::int64_t kMillion = 1'000'000;

Approver approver_of_group(const DiscountGroup& group, const Policy& policy) {
  return approver_of(tier_of({group.discount, kMillion}, policy.discount));
}

DealSum closed_sum(const ClosedDeals& deals) {
  DealSum sum = deals.won;
  sum.merge(deals.lost);
  return sum;
}

/// What a band's deals add up to.
struct BandTotals {
  ClosedDeals deals;
  std::optional<Int128> given_away = 0;  ///< minor units; nullopt: too much to state, or several currencies
  std::int64_t margin_deals = 0;
  Int128 margins = 0;         ///< Σ margin, in millionths
  Int128 margin_squares = 0;  ///< Σ margin²

  void add(const DiscountGroup& group, const Figures& figures) {
    deals.merge(group.deals);
    add_given_away(group, figures);
    if (!group.margin) return;
    const std::int64_t won = group.deals.won.count;
    margin_deals += won;
    margins += Int128{*group.margin} * won;
    margin_squares += Int128{*group.margin} * *group.margin * won;
  }

  void add_given_away(const DiscountGroup& group, const Figures& figures) {
    if (group.discount == kMillion || group.deals.won.with_amount == 0 || !given_away) return;
    const std::optional<Int128> amount = figures.exact(group.deals.won.amount);
    const std::optional<Int128> numerator = amount ? product({*amount, group.discount}) : std::nullopt;
    given_away = numerator
                     ? std::optional(*given_away + divide_half_even(*numerator, kMillion - group.discount))
                     : std::nullopt;
  }
};

/// A margin has its mean, and from kFewestClosed deals on how sure that is.
void set_margin(DiscountBandFigures& row, const BandTotals& totals) {
  const std::int64_t count = totals.margin_deals;
  row.margin_deals = count;
  if (count == 0) return;
  row.margin = Ratio::of(totals.margins, Int128{count} * kMillion);
  if (count < kFewestClosed) return;
  const Int128 deviation = Int128{count} * totals.margin_squares - totals.margins * totals.margins;
  const double n = static_cast<double>(count);
  const double variance = static_cast<double>(deviation) / (n * (n - 1));  // of one deal, in millionths²
  const double half = statistics::student_t(0.95, static_cast<int>(std::min<std::int64_t>(count - 1, 1000))) *
                      std::sqrt(variance / n) / kMillion;
  const double mean = static_cast<double>(totals.margins) / n / kMillion;
  const auto rounded = [](double share) {
    return Ratio::of_units(std::llround(share * static_cast<double>(Ratio::kOne)));
  };
  row.margin_low = rounded(mean - half);
  row.margin_high = rounded(mean + half);
}

std::vector<DiscountBandFigures> bands_of_deals(const std::vector<DiscountGroup>& groups,
                                                const Policy& policy, Figures& figures) {
  EnumArray<DiscountBand, BandTotals> totals;
  ClosedDeals all;
  for (const DiscountGroup& group : groups) {
    const auto discount = Probability::of_millionths(static_cast<std::int32_t>(group.discount));
    totals[band_of(discount, policy.discount)].add(group, figures);
    all.merge(group.deals);
  }
  std::vector<DimensionFigures> rates;
  for (const DiscountBand band : enumerators<DiscountBand>())
    rates.push_back(
        dimension_figures(OpportunityField::kDiscount, std::string(key(band)), totals[band].deals, all));
  judge(rates);
  std::vector<DiscountBandFigures> rows;
  for (const DiscountBand band : enumerators<DiscountBand>()) {
    const BandTotals& of_band = totals[band];
    if (of_band.deals.count() == 0) continue;
    const DimensionFigures& rate = rates[static_cast<std::size_t>(band)];
    DiscountBandFigures row;
    static_cast<WinRateFigures&>(row) = rate;
    row.band = band;
    row.p_value = rate.p_value;
    row.q_value = rate.q_value;
    row.verdict = rate.verdict;
    row.won_amount = figures.money_of(of_band.deals.won.count, of_band.deals.won.amount);
    if (row.won_amount) row.given_away = figures.money(of_band.given_away, Int128{1});
    set_margin(row, of_band);
    rows.push_back(row);
  }
  return rows;
}

using Routes = EnumArray<Approver, EnumArray<Approver, DealSum>>;

Routes routes_of(const std::vector<DiscountGroup>& groups, const Policy& from, const Policy& to) {
  Routes routes;
  for (const DiscountGroup& group : groups)
    routes[approver_of_group(group, from)][approver_of_group(group, to)].merge(closed_sum(group.deals));
  return routes;
}

void add_routes(const Routes& routes, Figures& figures, DiscountSimulation& result) {
  EnumArray<Approver, DealSum> before, after;
  DealSum higher, lower;
  for (const Approver from : enumerators<Approver>()) {
    for (const Approver to : enumerators<Approver>()) {
      const DealSum& deals = routes[from][to];
      before[from].merge(deals);
      after[to].merge(deals);
      if (from == to || deals.count == 0) continue;
      (to > from ? higher : lower).merge(deals);
      result.rerouted.push_back({from, to, deals.count, figures.money_of(deals.count, deals.amount)});
    }
  }
  for (const Approver approver : enumerators<Approver>()) {
    const DealSum &was = before[approver], &is = after[approver];
    result.approvers.push_back({approver, was.count, figures.money_of(was.count, was.amount), is.count,
                                figures.money_of(is.count, is.amount)});
  }
  result.higher.count = higher.count;
  result.higher.amount = figures.money_of(higher.count, higher.amount);
  result.lower.count = lower.count;
  result.lower.amount = figures.money_of(lower.count, lower.amount);
}

void note_count(const char* code, Text words, std::int64_t count, std::vector<Note>& notes) {
  if (count > 0) notes.push_back({code, Severity::kWarning, Message{words}.with("count", count), {}});
}

void note_reading(const DiscountedDeals& deals, const ReadDiscounts& read, std::vector<Note>& notes) {
  if (!deals.has_discounts()) {
    notes.push_back({"discount_missing",
                     Severity::kWarning,
                     Text{"No column for the discount: nothing can be routed. Name it: --map discount=COLUMN",
                          "没有折扣列：无法试算审批。请指定：--map discount=列名"},
                     {}});
    return;
  }
  if (read.discount_is_money) notes.push_back(not_a_percent(OpportunityField::kDiscount));
  if (read.margin_is_money) notes.push_back(not_a_percent(OpportunityField::kMargin));
  note_count("discount_unread",
             Text{"Closed deals whose discount is no percentage: {count}; they are in no figure",
                  "{count} 个已关闭商机的折扣不是可识别的百分比，未计入任何指标"},
             read.discount_is_money ? 0 : read.discount_unread, notes);
  note_count("margin_unread",
             Text{"Closed deals whose margin is no percentage: {count}; they are in no margin",
                  "{count} 个已关闭商机的毛利率不是可识别的百分比，未计入毛利率"},
             read.margin_is_money ? 0 : read.margin_unread, notes);
}

void note_gaps(const DiscountSimulation& result, const Scope& scope, std::vector<Note>& notes) {
  if (result.closed == 0) return;
  const Policy& baseline = scope.baseline ? *scope.baseline : default_policy();
  const auto limits = [](const DiscountPolicy& policy) {
    return std::tuple{policy.standard_up_to, policy.moderate_up_to, policy.deep_below};
  };
  if (limits(baseline.discount) == limits(scope.policy.discount))
    notes.push_back({"same_policy",
                     Severity::kInfo,
                     Text{"Both policies have the same tiers: no deal goes to another approver. Try one: "
                          "--policy FILE",
                          "两种策略的折扣档位相同：审批人不变。请用 --policy 文件 给出要试算的策略"},
                     {}});
  bool margin_known = false;
  for (const DiscountBandFigures& band : result.bands) margin_known |= band.margin_deals > 0;
  if (!margin_known)
    notes.push_back(
        {"margin_missing",
         Severity::kInfo,
         Text{"No won deal has a margin: what discounts cost is known only as what was given away. "
              "Name the column: --map margin=COLUMN",
              "赢单均无毛利率：折扣的代价只能以让利金额表示。请指定列：--map margin=列名"},
         {}});
}

}  // namespace

void DiscountSimulationReport::Partial::add(const table::OpportunityChunk& chunk, const Scope&) {
  deals.add(chunk);
  for (std::size_t row = 0; row < chunk.rows(); ++row) open += is_open(chunk, row) ? 1 : 0;
}

void DiscountSimulationReport::Partial::merge(const Partial& other) {
  deals.merge(other.deals);
  open += other.open;
}

Result<DiscountSimulation> DiscountSimulationReport::finalize(const Partial& partial, const Scope& scope,
                                                              std::vector<Note>& notes) {
  const ReadDiscounts read = partial.deals.read();
  Figures figures(scope.currency);
  DiscountSimulation result;
  for (const DiscountGroup& group : read.groups) result.closed += group.deals.count();
  result.without_discount = read.without_discount;
  result.open_ignored = partial.open;
  const Policy& baseline = scope.baseline ? *scope.baseline : default_policy();
  add_routes(routes_of(read.groups, baseline, scope.policy), figures, result);
  result.bands = bands_of_deals(read.groups, scope.policy, figures);
  AE_TRY_VOID(figures.check());
  note_reading(partial.deals, read, notes);
  note_gaps(result, scope, notes);
  return result;
}

std::int64_t DiscountSimulationReport::findings(const DiscountSimulation& output) {
  return output.lower.count;
}

}  // namespace ae::report
