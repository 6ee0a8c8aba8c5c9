#include "ae/forecast/close_hazard.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace ae::forecast {
namespace {

/// Days that deals were looked at while open, and how many ended on the way.
struct Exposure {
  double days = 0;
  double won = 0;
  double lost = 0;
};

/// One deal's stretch of ages under observation, both ends included.
struct Spell {
  std::int64_t from;
  std::int64_t to;
  DealState end;
};

std::optional<Spell> spell_of(const Deal& deal, Date observed_from, Date as_of) {
  if (deal.created.is_none() || deal.created > as_of) return std::nullopt;
  if (!deal.is_open() && (deal.closed.is_none() || deal.closed < deal.created || deal.closed > as_of))
    return std::nullopt;
  const Date end = deal.is_open() ? as_of : deal.closed;
  const Spell spell{std::max(0, observed_from - deal.created), end - deal.created, deal.state};
  return spell.to >= spell.from ? std::optional(spell) : std::nullopt;
}

/// Where each band of ages begins: equal numbers of closes, and a last one beyond every close.
std::vector<std::int64_t> band_starts(const std::vector<std::int64_t>& closing_ages) {
  std::vector<std::int64_t> starts{0};
  const std::size_t bands = std::max<std::size_t>(1, closing_ages.size() / CloseHazard::kClosesPerBand);
  for (std::size_t band = 1; band < bands; ++band) {
    const std::int64_t age = closing_ages[band * closing_ages.size() / bands];
    if (age > starts.back()) starts.push_back(age);
  }
  if (!closing_ages.empty()) starts.push_back(closing_ages.back() + 1);
  return starts;
}

std::size_t band_of(const std::vector<std::int64_t>& starts, std::int64_t age) {
  return static_cast<std::size_t>(std::upper_bound(starts.begin(), starts.end(), age) - starts.begin()) - 1;
}

std::vector<Exposure> exposures(const std::vector<Spell>& spells, const std::vector<std::int64_t>& starts) {
  std::vector<Exposure> bands(starts.size());
  for (const Spell& spell : spells) {
    for (std::size_t band = band_of(starts, spell.from); band < starts.size(); ++band) {
      const std::int64_t from = std::max(spell.from, starts[band]);
      const std::int64_t to = band + 1 < starts.size() ? std::min(spell.to, starts[band + 1] - 1) : spell.to;
      if (to < from) break;
      bands[band].days += static_cast<double>(to - from + 1);
    }
    Exposure& last = bands[band_of(starts, spell.to)];
    if (spell.end == DealState::kWon) ++last.won;
    if (spell.end == DealState::kLost) ++last.lost;
  }
  return bands;
}

Exposure sum_of(const std::vector<Exposure>& bands) {
  Exposure sum;
  for (const Exposure& band : bands) {
    sum.days += band.days;
    sum.won += band.won;
    sum.lost += band.lost;
  }
  return sum;
}

/// Deals without an age, each looked at from the first close on.
Exposure ageless_exposure(const std::vector<Deal>& deals, Date observed_from, Date as_of) {
  Exposure exposure;
  for (const Deal& deal : deals) {
    if (!deal.created.is_none() || observed_from.is_none()) continue;
    const Date end = deal.is_open() || deal.closed.is_none() ? as_of : deal.closed;
    exposure.days += std::max(0, end - observed_from + 1);
    if (deal.state == DealState::kWon) ++exposure.won;
    if (deal.state == DealState::kLost) ++exposure.lost;
  }
  return exposure;
}

}  // namespace

void CloseHazard::accumulate(const std::vector<double>& won_chance, const std::vector<double>& lost_chance) {
  double open = 1;
  double won = 0;
  for (std::size_t age = 0; age <= static_cast<std::size_t>(2 * kHorizonDays); ++age) {
    open_.push_back(open);
    won_.push_back(won);
    const std::size_t day = std::min(age, won_chance.size() - 1);
    won += open * won_chance[day];
    open *= std::max(0.0, 1 - won_chance[day] - lost_chance[day]);
  }
}

CloseHazard CloseHazard::fit(const std::vector<Deal>& deals, Date as_of) {
  CloseHazard hazard;
  const Date observed_from = first_close(deals);
  std::vector<Spell> spells;
  if (!observed_from.is_none()) {
    for (const Deal& deal : deals) {
      if (const auto spell = spell_of(deal, observed_from, as_of)) spells.push_back(*spell);
    }
  }
  for (const Spell& spell : spells) {
    if (spell.end != DealState::kOpen) hazard.closing_ages_.push_back(spell.to);
  }
  std::sort(hazard.closing_ages_.begin(), hazard.closing_ages_.end());
  hazard.closed_ = static_cast<std::int64_t>(hazard.closing_ages_.size());
  const std::vector<std::int64_t> starts = band_starts(hazard.closing_ages_);
  const std::vector<Exposure> bands = exposures(spells, starts);
  const Exposure all = sum_of(bands);
  std::vector<double> won_chance;
  std::vector<double> lost_chance;
  for (std::size_t band = 0; band < bands.size(); ++band) {
    const double prior = all.days > 0 ? kPriorDays / all.days : 0;
    const double days = std::max(1.0, bands[band].days + kPriorDays);
    const std::int64_t next = band + 1 < starts.size() ? starts[band + 1] : starts[band] + 1;
    won_chance.resize(static_cast<std::size_t>(next), (bands[band].won + prior * all.won) / days);
    lost_chance.resize(static_cast<std::size_t>(next), (bands[band].lost + prior * all.lost) / days);
  }
  hazard.accumulate(won_chance, lost_chance);
  const Exposure ageless = ageless_exposure(deals, observed_from, as_of);
  if (ageless.days > 0) {
    hazard.ageless_won_ = ageless.won / ageless.days;
    hazard.ageless_lost_ = ageless.lost / ageless.days;
  }
  return hazard;
}

double CloseHazard::won_within(std::int64_t age, std::int64_t days) const {
  if (days <= 0) return 0;
  const auto from = static_cast<std::size_t>(std::min(age + 1, kHorizonDays));  // the days after that one
  const auto to = std::min(from + static_cast<std::size_t>(std::min(days, kHorizonDays)), won_.size() - 1);
  if (open_[from] < 1e-12) return 0;
  return std::clamp((won_[to] - won_[from]) / open_[from], 0.0, 1.0);
}

double CloseHazard::won_by(std::int64_t age) const {
  return age < 0 ? 0 : won_[std::min(static_cast<std::size_t>(age) + 1, won_.size() - 1)];
}

double CloseHazard::won_within_ageless(std::int64_t days) const {
  const double ends = ageless_won_ + ageless_lost_;
  if (ends <= 0 || days <= 0) return 0;
  return ageless_won_ / ends * (1 - std::pow(std::max(0.0, 1 - ends), static_cast<double>(days)));
}

std::int64_t CloseHazard::closed_beyond(std::int64_t age) const {
  return closing_ages_.end() - std::lower_bound(closing_ages_.begin(), closing_ages_.end(), age);
}

}  // namespace ae::forecast
