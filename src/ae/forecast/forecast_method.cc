#include "ae/forecast/forecast_method.h"

#include <algorithm>

#include "ae/forecast/won_amounts.h"

namespace ae::forecast {
namespace {

constexpr int kPaceDays = 90;

bool due(const Deal& deal, const Vantage& vantage) {
  return deal.is_open() && vantage.period.contains(deal.close);
}

Probability stage_probability(const Deal& deal, const Policy& policy) {
  return state_of(deal.stage) == DealState::kOpen ? policy.probability(deal.stage) : Probability{};
}

double commit_and_best_case(const std::vector<Deal>& known, const Vantage& vantage, const Policy& policy) {
  double sum = 0;
  for (const Deal& deal : known) {
    if (!due(deal, vantage) || !deal.amount) continue;
    const ForecastCategory category = deal.category != ForecastCategory::kNone
                                          ? deal.category
                                          : policy.category_of(stage_probability(deal, policy));
    if (category == ForecastCategory::kCommit || category == ForecastCategory::kBestCase) sum += *deal.amount;
  }
  return sum;
}

double weighted_by_stage(const std::vector<Deal>& known, const Vantage& vantage, const Policy& policy) {
  double sum = 0;
  for (const Deal& deal : known) {
    const Probability probability = stage_probability(deal, policy);
    if (due(deal, vantage) && deal.amount && !probability.is_none())
      sum += *deal.amount * probability.millionths() / Probability::kOne;
  }
  return sum;
}

std::optional<double> win_rate_times_open(const std::vector<Deal>& known) {
  const WonAmounts amounts = WonAmounts::fit(known);
  double won = 0;
  double closed = 0;
  double open = 0;
  const bool dated =
      std::any_of(known.begin(), known.end(), [](const Deal& deal) { return !deal.created.is_none(); });
  for (const Deal& deal : known) {
    if (deal.is_open() && dated && deal.created.is_none()) continue;  // not begun, as far as the file says
    if (deal.is_open()) {
      open += amounts.expected(deal);
      continue;
    }
    ++closed;
    if (deal.state == DealState::kWon) ++won;
  }
  return closed > 0 ? std::optional(won / closed * open) : std::nullopt;
}

/// What goes on at the pace of the last days, from the first close on.
std::optional<double> at_recent_pace(const std::vector<Deal>& known, const Vantage& vantage) {
  const Date first = first_close(known);
  if (first.is_none() || first > vantage.as_of) return std::nullopt;
  const Date from = std::max(first, vantage.as_of + (1 - kPaceDays));
  const double per_day = won_between(known, from, vantage.as_of) / (vantage.as_of - from + 1);
  return per_day * (vantage.days_left() - vantage.days_before());
}

/// What the same quarter of the year before won from the same day on.
std::optional<double> at_last_year_pace(const std::vector<Deal>& known, const Vantage& vantage) {
  const Period before = vantage.calendar.quarter_containing(vantage.period.start + -360);
  const Date first = first_close(known);
  if (first.is_none() || (first - before.start) * 10 > before.length()) return std::nullopt;
  const Date from = before.end + (1 - (vantage.days_left() - vantage.days_before()));
  return won_between(known, std::max(from, before.start), before.end);
}

}  // namespace

Text name(ForecastMethod method) {
  static constexpr Text kNames[] = {
      {"Learnt", "学习模型"},           {"Commit + Best Case", "确定成交 + 大概率成交"},
      {"Stage-weighted", "按阶段加权"}, {"Win rate × amount", "赢单率 × 金额"},
      {"Run rate", "近期速度"},         {"Last year's pace", "去年同期速度"}};
  return kNames[static_cast<std::size_t>(method)];
}

Text definition(ForecastMethod method) {
  static constexpr Text kDefinitions[] = {
      {"Closed so far + open deals by the chance of being won in time at their age and stage + business not "
       "yet "
       "created, set right by how past quarters came out",
       "已成交 + 未结商机按其年龄和阶段在期内赢单的概率 + 尚未创建的业务，并按过去季度的结果校正"},
      {"Closed so far + open Commit and Best Case deals due in the period",
       "已成交 + 本期预计成交的确定成交与大概率成交商机"},
      {"Closed so far + amount × policy probability of the stage of open deals due in the period",
       "已成交 + 本期预计成交的未结商机金额 × 策略阶段概率"},
      {"Closed so far + win rate × amount of open deals", "已成交 + 赢单率 × 未结金额"},
      {"Closed so far + won per day over the last 90 days × days left",
       "已成交 + 近 90 天日均赢单额 × 剩余天数"},
      {"Closed so far + what the same quarter last year won from the same day on",
       "已成交 + 去年同一季度自同日起的赢单额"}};
  return kDefinitions[static_cast<std::size_t>(method)];
}

double closed_so_far(const std::vector<Deal>& known, const Vantage& vantage) {
  return won_between(known, vantage.period.start, std::min(vantage.as_of, vantage.period.end));
}

std::optional<double> simple_forecast(ForecastMethod method, const std::vector<Deal>& known,
                                      const Vantage& vantage, const Policy& policy) {
  std::optional<double> more;
  switch (method) {
    case ForecastMethod::kCategories:
      more = commit_and_best_case(known, vantage, policy);
      break;
    case ForecastMethod::kStageWeighted:
      more = weighted_by_stage(known, vantage, policy);
      break;
    case ForecastMethod::kWinRateTimesAmount:
      more = win_rate_times_open(known);
      break;
    case ForecastMethod::kRunRate:
      more = at_recent_pace(known, vantage);
      break;
    case ForecastMethod::kLastYearPace:
      more = at_last_year_pace(known, vantage);
      break;
    case ForecastMethod::kLearnt:
    case ForecastMethod::kCount:
      break;
  }
  if (!more) return std::nullopt;
  return closed_so_far(known, vantage) + *more;
}

}  // namespace ae::forecast
