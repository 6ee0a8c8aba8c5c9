#include "ae/forecast/forecast_report.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

#include "ae/forecast/fan.h"
#include "ae/forecast/forecast_deal.h"
#include "ae/forecast/forecast_notes.h"
#include "ae/forecast/group_forecast.h"
#include "ae/forecast/win_rate_factor.h"

namespace ae::forecast {
namespace {

ClosedFigures figures_of(const report::DealSum& deals, Figures& figures) {
  return {deals.count, figures.money_of(deals.count, deals.amount)};
}

/// Closed + Σ amount × stage probability, rounded once. `weighted` is × millionths.
std::optional<Money> stage_weighted(const DueDeals& deals, Figures& figures) {
  MoneySum sum = deals.all_due().weighted;
  for (const auto& [currency, minor] : deals.closed.amount.by_currency())
    sum.add(currency, minor * Probability::kOne);
  return sum.empty() ? figures.money_of(deals.closed.count, deals.closed.amount) : figures.weighted(sum);
}

/// Closed and the categories from Commit down to `last`.
std::optional<Money> closed_and(const DueDeals& deals, ForecastCategory last, Figures& figures) {
  report::DealSum sum = deals.closed;
  for (const ForecastCategory category : enumerators<ForecastCategory>()) {
    if (category <= last) sum.merge(deals.due[category].deals);
  }
  return figures.money_of(sum.count, sum.amount);
}

std::vector<ForecastCategoryFigures> categories_of(const DueDeals& deals, Figures& figures) {
  std::vector<ForecastCategoryFigures> rows;
  report::DealSum cumulative;
  for (const ForecastCategory category : enumerators<ForecastCategory>()) {
    const report::CategoryBreakdown::Row& due = deals.due[category];
    const bool of_method = category <= ForecastCategory::kUpside;
    if (!of_method && due.deals.count == 0) continue;
    ForecastCategoryFigures row;
    if (category != ForecastCategory::kNone) row.category = category;
    row.count = due.deals.count;
    row.amount = figures.money_of(due.deals.count, due.deals.amount);
    row.weighted = figures.weighted(due.weighted);
    if (of_method) {
      cumulative.merge(due.deals);
      row.cumulative_amount = figures.money_of(cumulative.count, cumulative.amount);
    }
    rows.push_back(row);
  }
  return rows;
}

std::optional<Money> group_quota(OpportunityField field, const std::string& value, const Scope& scope) {
  if (field == OpportunityField::kOwner) return scope.owner_quota(value);
  return field == OpportunityField::kTeam ? scope.team_quota(value) : std::nullopt;
}

ForecastGroupFigures group_of(OpportunityField field, const std::string& value, const DueDeals& deals,
                              const Scope& scope, Figures& figures) {
  const auto amount = [&](ForecastCategory category) {
    return figures.money_of(deals.due[category].deals.count, deals.due[category].deals.amount);
  };
  ForecastGroupFigures row;
  row.dimension = field;
  if (!value.empty()) row.value = value;
  row.closed = figures.money_of(deals.closed.count, deals.closed.amount);
  row.commit = amount(ForecastCategory::kCommit);
  row.best_case = amount(ForecastCategory::kBestCase);
  row.pipeline = amount(ForecastCategory::kPipeline);
  row.upside = amount(ForecastCategory::kUpside);
  row.stage_weighted = stage_weighted(deals, figures);
  row.quota = group_quota(field, value, scope);
  row.attainment = report::ratio(row.closed, row.quota);
  return row;
}

/// By stage-weighted total, most first, unknown ones last.
std::vector<ForecastGroupFigures> groups_of(const DueBreakdown& due, const Scope& scope, Figures& figures) {
  std::vector<ForecastGroupFigures> rows;
  for (const auto& [field, values] : due.groups()) {
    const auto first = static_cast<std::ptrdiff_t>(rows.size());
    for (const auto& [value, deals] : values) rows.push_back(group_of(field, value, deals, scope, figures));
    std::stable_sort(rows.begin() + first, rows.end(), [](const auto& a, const auto& b) {
      if (a.stage_weighted && b.stage_weighted) return a.stage_weighted->minor > b.stage_weighted->minor;
      return a.stage_weighted.has_value() && !b.stage_weighted;
    });
  }
  return rows;
}

void set_period(ForecastResult& result, const Scope& scope) {
  result.period = {scope.period.name, scope.period.start, scope.period.end,
                   scope.period.days_left(scope.as_of), scope.period.elapsed(scope.as_of)};
}

void set_quota(ForecastResult& result, const Scope& scope, Figures& figures) {
  if (!scope.currency) return;
  result.quota = scope.total_quota();
  if (!result.quota || !result.closed.amount) return;
  result.gap_to_quota = figures.money(
      std::max(Int128{0}, Int128{result.quota->minor} - result.closed.amount->minor), Int128{1});
  result.required_win_rate = report::ratio(result.gap_to_quota, result.open_in_period.amount);
}

Message signed_reason(const ChanceReason& reason) {
  return Message{reason.effect > 0 ? Text{"+ {reason}", "+ {reason}"} : Text{"− {reason}", "− {reason}"}}
      .with("reason", reason.text);
}

/// Everything learnt from the facts: the model's figures, every deal's chance, the methods side by side.
class Learning {
 public:
  Learning(const std::vector<DealFact>& facts, const Scope& scope)
      : facts_(facts),
        scope_(scope),
        vantage_{scope.as_of, scope.period, scope.calendar},
        deals_(deals_of(facts, *scope.currency)),
        known_(cut(deals_, scope.as_of)),
        features_(DealFeatures::of(facts, known_)),
        shift_(set_shifts(known_, features_)),
        backtest_(run_backtest(deals_, scope.as_of, scope.calendar, scope.policy,
                               shift_.signal() ? features_ : DealFeatures())),
        factor_(win_rate_factor(known_, scope)),
        chances_(DealChances::fit(known_, vantage_, scope.policy).times(factor_)),
        amounts_(WonAmounts::fit(known_)),
        learnt_(learn(known_, vantage_, scope.policy, backtest_.record.known_at(scope.as_of), factor_)) {}

  std::vector<MethodFigures> methods() const {
    std::vector<MethodFigures> rows = method_figures(backtest_);
    for (MethodFigures& row : rows) {
      const std::optional<double> says = row.method == ForecastMethod::kLearnt
                                             ? learnt_ ? std::optional(learnt_->mean()) : std::nullopt
                                             : simple_forecast(row.method, known_, vantage_, scope_.policy);
      row.forecast = money_of(says, *scope_.currency);
    }
    return rows;
  }

  std::optional<ModelFigures> model(const std::optional<Money>& quota) const {
    if (!learnt_) return std::nullopt;
    const Currency currency = *scope_.currency;
    ModelFigures model;
    model.closed_deals_used = chances_.hazard().closed();
    const MethodScore scored = score(backtest_, ForecastMethod::kLearnt);
    model.signal = scored.wape && *scored.wape < 1;
    model.wape = ratio_of(scored.wape);
    model.points = scored.points;
    model.features = feature_figures();
    model.mean = money_of(learnt_->mean(), currency);
    model.p10 = money_of(learnt_->outcome.quantile(0.1), currency);
    model.p50 = money_of(learnt_->outcome.quantile(0.5), currency);
    model.p90 = money_of(learnt_->outcome.quantile(0.9), currency);
    model.open_mean = money_of(learnt_->open_part(), currency);
    model.new_business_mean = money_of(learnt_->new_part(), currency);
    if (quota)
      model.probability_of_quota = ratio_of(learnt_->outcome.at_least(static_cast<double>(quota->minor)));
    return model;
  }

  std::vector<FanFigures> fan_figures() const {
    std::vector<FanFigures> rows;
    if (!learnt_) return rows;
    const Currency currency = *scope_.currency;
    for (const FanPoint& point : fan(*learnt_, known_, vantage_, chances_, amounts_, factor_)) {
      rows.push_back({point.day, money_of(point.closed, currency), money_of(point.p10, currency),
                      money_of(point.p50, currency), money_of(point.p90, currency)});
    }
    return rows;
  }

  /// Adds to owners or teams what they are expected to bring.
  void expect(std::span<ForecastGroupFigures> groups) const {
    if (!learnt_ || groups.empty()) return;
    const bool by_team = groups.front().dimension == OpportunityField::kTeam;
    const std::size_t expected = std::min(groups.size(), kGroupsExpected);
    std::map<std::string, std::uint32_t> place;
    for (std::uint32_t at = 0; at < expected; ++at) place[groups[at].value.value_or("")] = at;
    std::vector<std::uint32_t> group_of;
    group_of.reserve(facts_.size());
    for (const DealFact& fact : facts_) {
      const auto found = place.find(by_team ? fact.team : fact.owner);
      group_of.push_back(found != place.end() ? found->second : static_cast<std::uint32_t>(expected));
    }
    const std::vector<GroupForecast> forecasts =
        split(*learnt_, known_, vantage_, chances_, amounts_, group_of, expected + 1);
    for (std::size_t at = 0; at < expected; ++at) expect(groups[at], forecasts[at]);
  }

  std::vector<ForecastDealFigures> deals() const {
    std::vector<ForecastDealFigures> rows;
    std::vector<const Deal*> of_row;
    for (const Deal& deal : known_) {
      const DealFact& fact = facts_[deal.fact];
      if (!deal.is_open() || !fact.is_open()) continue;
      ForecastDealFigures row = deal_of(fact, scope_);
      if (const auto chance = chances_.of(deal)) {
        row.probability = ratio_of(chance->probability);
        row.probability_low = ratio_of(chance->low);
        row.probability_high = ratio_of(chance->high);
        row.deals_behind = chance->deals_behind;
        row.expected = chance->probability * amounts_.expected(deal);
        for (const ChanceReason& reason : chances_.reasons(deal, feature_reasons(deal)))
          row.reasons.push_back(signed_reason(reason));
      }
      rows.push_back(std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.expected > b.expected; });
    if (rows.size() > ForecastReport::kDealsListed) rows.resize(ForecastReport::kDealsListed);
    return rows;
  }

 private:
  static constexpr std::size_t kGroupsExpected = 200;

  std::optional<FeatureShiftFigures> feature_figures() const {
    if (shift_.closed() == 0) return std::nullopt;
    FeatureShiftFigures figures;
    figures.signal = shift_.signal();
    figures.closed = std::llround(shift_.closed());
    figures.columns = features_.columns();
    figures.log_loss = ratio_of(shift_.loss());
    figures.base_log_loss = ratio_of(shift_.base_loss());
    if (shift_.signal()) figures.slope = ratio_of(shift_.slope());
    return figures;
  }

  /// What each of the deal's features adds to its log odds.
  std::vector<ChanceReason> feature_reasons(const Deal& deal) const {
    std::vector<ChanceReason> reasons;
    if (!shift_.signal()) return reasons;
    const std::vector<std::uint32_t> row = features_.row(deal.fact);
    for (std::size_t column = 0; column < row.size(); ++column) {
      const auto field = enumerator_of_key<OpportunityField>(features_.columns()[column]);
      const std::string& word = features_.word(column, row[column]);
      reasons.push_back({shift_.effect(column, row[column]),
                         Message{Text{"{field} {value}", "{field}“{value}”"}}
                             .with("field", Message{name(field)})
                             .with("value", word.empty() ? Message{Text{"(blank)", "（空白）"}}
                                                         : Message::verbatim(word))});
    }
    return reasons;
  }

  void expect(ForecastGroupFigures& group, const GroupForecast& forecast) const {
    const Currency currency = *scope_.currency;
    group.mean = money_of(forecast.mean, currency);
    group.p10 = money_of(forecast.outcome.quantile(0.1), currency);
    group.p50 = money_of(forecast.outcome.quantile(0.5), currency);
    group.p90 = money_of(forecast.outcome.quantile(0.9), currency);
    if (group.quota)
      group.probability_of_quota =
          ratio_of(forecast.outcome.at_least(static_cast<double>(group.quota->minor)));
  }

  const std::vector<DealFact>& facts_;
  const Scope& scope_;
  Vantage vantage_;
  std::vector<Deal> deals_, known_;
  DealFeatures features_;
  WinShift shift_;
  Backtest backtest_;
  double factor_;
  DealChances chances_;
  WonAmounts amounts_;
  std::optional<LearntForecast> learnt_;
};

void adjust(ForecastGroupFigures& group, const std::map<std::string, Int128>& adjustments, bool by_model) {
  const auto found = adjustments.find(group.value.value_or(""));
  const std::optional<Money>& expected = by_model ? group.mean : group.stage_weighted;
  if (found == adjustments.end() || !expected) return;
  const std::optional<std::int64_t> change = narrow(found->second);
  const std::optional<std::int64_t> total = narrow(expected->minor + found->second);
  if (change) group.adjustment = Money{*change, expected->currency};
  if (total) group.adjusted = Money{*total, expected->currency};
}

Result<void> learn_from(const ForecastReport::Partial& partial, const Scope& scope, ForecastResult& result) {
  const std::vector<DealFact> facts = partial.facts.sorted();
  AE_TRY(result.adjustments, adjustments_of(facts, scope));
  const Learning learning(facts, scope);
  result.methods = learning.methods();
  result.model = learning.model(result.quota);
  result.fan = learning.fan_figures();
  result.deals = learning.deals();
  for (auto first = result.by.begin(); first != result.by.end();) {
    const OpportunityField dimension = first->dimension;
    const auto end =
        std::find_if(first, result.by.end(), [&](const auto& row) { return row.dimension != dimension; });
    if (dimension == OpportunityField::kOwner || dimension == OpportunityField::kTeam)
      learning.expect({first, end});
    first = end;
  }
  for (const OpportunityField dimension : {OpportunityField::kOwner, OpportunityField::kTeam}) {
    const auto adjustments = adjustments_by(dimension, facts, result.adjustments);
    for (ForecastGroupFigures& row : result.by) {
      if (row.dimension == dimension) adjust(row, adjustments, result.model.has_value());
    }
  }
  result.adjusted_total = adjusted(result.expected_total(), result.adjustments);
  return {};
}

/// Without one currency there is nothing to learn amounts in; the deals are still listed.
void list_only(const DealFacts& facts, const Scope& scope, ForecastResult& result) {
  for (const DealFact& fact : facts.sorted()) {
    if (fact.is_open() && result.deals.size() < ForecastReport::kDealsListed)
      result.deals.push_back(deal_of(fact, scope));
  }
}

}  // namespace

void ForecastReport::Partial::add(const table::OpportunityChunk& chunk, const Scope& scope) {
  due.add(chunk, scope);
  facts.add(chunk);
  dates.merge(report::ChunkDeals(chunk, scope).dates());
}

void ForecastReport::Partial::merge(const Partial& other) {
  due.merge(other.due);
  facts.merge(other.facts);
  dates.merge(other.dates);
}

Result<ForecastResult> ForecastReport::finalize(const Partial& partial, const Scope& scope,
                                                std::vector<Note>& notes) {
  Figures figures(scope.currency);
  const DueDeals& due = partial.due.all();
  ForecastResult result;
  result.rows = partial.due.rows();
  result.one_currency = scope.currency.has_value();
  set_period(result, scope);
  result.closed = figures_of(due.closed, figures);
  result.by_category = categories_of(due, figures);
  result.open_in_period = figures_of(due.all_due().deals, figures);
  result.overdue = figures_of(partial.due.overdue(), figures);
  result.overdue_in_period = figures_of(partial.due.overdue_in_period(), figures);
  result.stage_weighted = stage_weighted(due, figures);
  result.closed_and_commit = closed_and(due, ForecastCategory::kCommit, figures);
  result.closed_and_best_case = closed_and(due, ForecastCategory::kBestCase, figures);
  set_quota(result, scope, figures);
  result.by = groups_of(partial.due, scope, figures);
  result.deals_total = partial.due.open();
  AE_TRY_VOID(figures.check());
  if (scope.currency) {
    AE_TRY_VOID(learn_from(partial, scope, result));
  } else {
    list_only(partial.facts, scope, result);
  }
  forecast_notes(partial, scope, result, notes);
  partial.dates.notes(notes);
  return result;
}

std::int64_t ForecastReport::findings(const ForecastResult& output) {
  if (!output.quota) return 0;
  const std::optional<Money> expected =
      output.adjusted_total ? output.adjusted_total : output.expected_total();
  return expected && expected->minor < output.quota->minor ? 1 : 0;
}

std::vector<report::Headline> ForecastReport::headlines(const ForecastResult& output) {
  const ModelFigures model = output.model.value_or(ModelFigures{});
  const auto value = [](const auto& figure) { return doc::cell(figure).value; };
  return {
      {"closed", Text{"Closed so far", "已成交"}, value(output.closed.amount)},
      {"open_in_period", Text{"Open, due in the period", "本期预计成交"},
       value(output.open_in_period.amount)},
      {"stage_weighted", Text{"Closed + stage-weighted", "已成交 + 按阶段加权"},
       value(output.stage_weighted)},
      {"closed_and_commit", Text{"Closed + Commit", "已成交 + 确定成交"}, value(output.closed_and_commit)},
      {"closed_and_best_case", Text{"Closed + Commit + Best Case", "已成交 + 确定成交 + 大概率成交"},
       value(output.closed_and_best_case)},
      {"required_win_rate", Text{"Win rate needed", "所需赢单率"},
       value(doc::percent(output.required_win_rate))},
      {"mean", Text{"Expected total", "预期总额"}, value(model.mean)},
      {"p10", Text{"P10", "P10"}, value(model.p10)},
      {"p50", Text{"P50", "P50"}, value(model.p50)},
      {"p90", Text{"P90", "P90"}, value(model.p90)},
      {"probability_of_quota", Text{"Chance of quota", "达成配额的概率"},
       value(doc::percent(model.probability_of_quota))}};
}

}  // namespace ae::forecast
