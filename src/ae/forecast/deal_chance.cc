#include "ae/forecast/deal_chance.h"

#include <algorithm>
#include <cmath>

#include "ae/statistics/binomial_interval.h"

namespace ae::forecast {
namespace {

constexpr std::size_t kReasonsEachWay = 3;
constexpr double kFaintest = 0.05;  // log odds that no one would call a reason

double log_odds(double probability) {
  const double inside = std::clamp(probability, 1e-6, 1 - 1e-6);
  return std::log(inside / (1 - inside));
}

double chance_of(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

std::optional<double> stage_chance(const Deal& deal, const Policy& policy) {
  if (state_of(deal.stage) != DealState::kOpen) return std::nullopt;
  const Probability probability = policy.probability(deal.stage);
  if (probability.is_none()) return std::nullopt;
  return static_cast<double>(probability.millionths()) / Probability::kOne;
}

double share(Probability probability) {
  return static_cast<double>(probability.millionths()) / Probability::kOne;
}

}  // namespace

DealChances DealChances::fit(const std::vector<Deal>& known, const Vantage& vantage, const Policy& policy) {
  DealChances chances;
  chances.policy_ = policy;
  chances.vantage_ = vantage;
  chances.hazard_ = CloseHazard::fit(known, vantage.as_of);
  double sum = 0;
  double count = 0;
  for (const Deal& deal : known) {
    if (!deal.is_open()) continue;
    if (const auto chance = stage_chance(deal, policy)) {
      sum += log_odds(*chance);
      ++count;
    }
  }
  if (count > 0) chances.stage_mean_ = sum / count;
  if (vantage.days_left() > 0) chances.fit_dated_level(known);
  return chances;
}

DealChances DealChances::times(double factor) const {
  DealChances chances = *this;
  chances.factor_ *= factor;
  return chances;
}

std::optional<std::int64_t> DealChances::age(const Deal& deal) const {
  if (deal.created.is_none() || deal.created > vantage_.as_of) return std::nullopt;
  return vantage_.as_of - deal.created;
}

double DealChances::level(const Deal& deal) const {
  const std::optional<std::int64_t> days = age(deal);
  const auto closed = static_cast<double>(hazard_.closed());
  const double least = 0.5 / (closed + 1);
  const double won = days ? hazard_.won_at_all(*days) : hazard_.won_within_ageless(INT32_MAX);
  return log_odds(std::clamp(won, least, 1 - least));
}

double DealChances::stage_effect(const Deal& deal) const {
  const std::optional<double> chance = stage_chance(deal, policy_);
  return chance ? log_odds(*chance) - stage_mean_ : 0;
}

std::optional<double> DealChances::won_at_all(const Deal& deal) const {
  const std::optional<double> by_stage = stage_chance(deal, policy_);
  const auto closed = static_cast<double>(hazard_.closed());
  if (closed == 0) return by_stage;
  if (!by_stage) return chance_of(level(deal) + deal.shift);
  const auto prior = static_cast<double>(policy_.forecast.prior_deals);
  const double leaning = (closed * level(deal) + prior * stage_mean_) / (closed + prior);
  return chance_of(leaning + stage_effect(deal) + deal.shift);
}

double DealChances::in_time_by_age(const Deal& deal) const {
  const auto closed = static_cast<double>(hazard_.closed());
  const double undated = share(policy_.forecast.undated_closes);
  const std::optional<std::int64_t> days = age(deal);
  const double ever = days ? hazard_.won_at_all(*days) : hazard_.won_within_ageless(INT32_MAX);
  if (closed == 0 || ever <= 0) return undated;
  const auto within = [&](int left) {
    return days ? hazard_.won_within(*days, left) : hazard_.won_within_ageless(left);
  };
  const double soon = within(vantage_.days_left()) - within(vantage_.days_before());
  const auto prior = static_cast<double>(policy_.forecast.prior_deals);
  return (closed * (soon / ever) + prior * undated) / (closed + prior);
}

double DealChances::share_by(const Deal& deal, Date day) const {
  if (day >= vantage_.period.end) return 1;
  const std::optional<std::int64_t> days = age(deal);
  const auto within = [&](int left) {
    return days ? hazard_.won_within(*days, left) : hazard_.won_within_ageless(left);
  };
  const int before = vantage_.days_before();
  const int left = std::max(before, day - vantage_.as_of);
  const double whole = within(vantage_.days_left()) - within(before);
  if (whole > 0) return (within(left) - within(before)) / whole;
  return static_cast<double>(left - before) / (vantage_.days_left() - before);
}

bool DealChances::is_dated(const Deal& deal) const {
  return !deal.close.is_none() && deal.close >= vantage_.as_of;
}

double DealChances::in_time_by_date(const Deal& deal) const {
  return share(vantage_.period.contains(deal.close) ? policy_.forecast.due_closes
                                                    : policy_.forecast.later_closes);
}

double DealChances::in_time(const Deal& deal) const {
  if (vantage_.days_left() == 0) return 0;
  return is_dated(deal) ? std::min(1.0, in_time_by_date(deal) * dated_level_) : in_time_by_age(deal);
}

void DealChances::fit_dated_level(const std::vector<Deal>& known) {
  double by_age = 0;
  double by_date = 0;
  for (const Deal& deal : known) {
    if (!deal.is_open() || !is_dated(deal)) continue;
    const double won = won_at_all(deal).value_or(0);
    by_age += won * in_time_by_age(deal);
    by_date += won * in_time_by_date(deal);
  }
  if (by_date <= 0) return;
  const auto closed = static_cast<double>(hazard_.closed());
  const auto prior = static_cast<double>(policy_.forecast.prior_deals);
  dated_level_ = (closed * (by_age / by_date) + prior) / (closed + prior);
}

std::optional<DealChance> DealChances::of(const Deal& deal) const {
  const std::optional<double> won = won_at_all(deal);
  if (!won) return std::nullopt;
  DealChance chance;
  chance.probability = std::min(1.0, *won * factor_) * in_time(deal);
  const std::optional<std::int64_t> days = age(deal);
  chance.deals_behind = days ? hazard_.closed_beyond(*days) : hazard_.closed();
  const double weight = static_cast<double>(chance.deals_behind + policy_.forecast.prior_deals);
  const statistics::Interval interval = statistics::wilson_interval(chance.probability * weight, weight, 0.8);
  chance.low = interval.low;
  chance.high = interval.high;
  return chance;
}

std::optional<ChanceReason> DealChances::age_reason(const Deal& deal) const {
  const std::optional<std::int64_t> days = age(deal);
  if (!days || hazard_.closed() == 0) return std::nullopt;
  Deal young = deal;
  young.created = vantage_.as_of;
  return ChanceReason{level(deal) - level(young),
                      Message{Text{"open for {days} days", "已开放 {days} 天"}}.with("days", *days)};
}

std::optional<ChanceReason> DealChances::date_reason(const Deal& deal) const {
  if (deal.close.is_none()) return std::nullopt;
  if (deal.close < vantage_.as_of)
    return ChanceReason{-1,
                        Message{Text{"overdue since {date}", "自 {date}起逾期"}}.with("date", deal.close)};
  Deal undated = deal;
  undated.close = {};
  const Text words = deal.close < vantage_.period.start
                         ? Text{"due on {date}, before the period", "预计 {date}成交，在本期之前"}
                     : deal.close <= vantage_.period.end
                         ? Text{"due on {date}, in the period", "预计 {date}成交，在本期内"}
                         : Text{"due on {date}, after the period", "预计 {date}成交，在本期之后"};
  return ChanceReason{log_odds(in_time(deal)) - log_odds(in_time(undated)),
                      Message{words}.with("date", deal.close)};
}

std::vector<ChanceReason> DealChances::reasons(const Deal& deal, std::vector<ChanceReason> features) const {
  std::vector<ChanceReason> all = std::move(features);
  if (stage_chance(deal, policy_)) {
    all.push_back({stage_effect(deal), Message{Text{"stage {stage} against the other open deals",
                                                    "阶段 {stage}（与其他未结商机相比）"}}
                                           .with("stage", Message{name(deal.stage)})});
  }
  if (auto reason = age_reason(deal)) all.push_back(*std::move(reason));
  if (auto reason = date_reason(deal)) all.push_back(*std::move(reason));
  std::stable_sort(all.begin(), all.end(), [](const ChanceReason& a, const ChanceReason& b) {
    return std::abs(a.effect) > std::abs(b.effect);
  });
  std::vector<ChanceReason> strongest;
  std::size_t each_way[2] = {0, 0};
  for (ChanceReason& reason : all) {
    if (std::abs(reason.effect) < kFaintest || each_way[reason.effect > 0 ? 1 : 0]++ >= kReasonsEachWay)
      continue;
    strongest.push_back(std::move(reason));
  }
  return strongest;
}

}  // namespace ae::forecast
