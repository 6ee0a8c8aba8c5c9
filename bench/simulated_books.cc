// Does the forecast's P10 to P90 hold what it says? 300 simulated books of business with known truth: each
// has its own pace, win rate, cycle, amounts and quarterly ups and downs, and is seen from one day of its
// last quarter. The true interval comes from playing that quarter on 2,000 times from that day; the actual
// outcome is one more play.
//
//   cmake --build --preset release --target simulated_books && build/release/bench/simulated_books
//
// Reports only. Seeds are 1 to 300, fixed before the forecast was written.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "ae/forecast/backtest.h"

namespace {

using ae::Date;
using ae::DealState;
using ae::Stage;
using ae::forecast::Deal;

/// splitmix64 (Steele, Lea, Flood 2014): the same numbers everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15U) {}

  double uniform() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return (static_cast<double>((z ^ (z >> 31)) >> 11) + 0.5) * 0x1p-53;
  }
  double between(double low, double high) { return low + (high - low) * uniform(); }
  double normal() { return std::sqrt(-2 * std::log(uniform())) * std::cos(2 * M_PI * uniform()); }
  double log_normal(double mean, double sigma) {
    return mean * std::exp(sigma * normal() - sigma * sigma / 2);
  }

 private:
  std::uint64_t state_;
};

/// How one company sells.
struct Company {
  double per_day;  ///< deals created
  double win_rate;
  double cycle;         ///< mean days to close
  double cycle_spread;  ///< sigma of log days
  double amount;        ///< mean, minor units
  double amount_spread;
  double quarter_spread;  ///< standard deviation of the factor on a quarter's win rate
  double date_spread;     ///< sigma of log (expected ÷ real days to close)
  bool has_dates;         ///< open deals carry an expected close date
  int quarters;           ///< of history
};

Company draw_company(Random& random) {
  Company company{};
  company.per_day = random.between(0.2, 2);
  company.win_rate = random.between(0.15, 0.5);
  company.cycle = random.between(25, 100);
  company.cycle_spread = random.between(0.4, 0.9);
  company.amount = random.between(5'000'00, 50'000'00);
  company.amount_spread = random.between(0.3, 1);
  company.quarter_spread = random.between(0, 0.25);
  company.date_spread = random.between(0.2, 0.6);
  company.has_dates = random.uniform() < 0.5;
  company.quarters = 4 + static_cast<int>(random.uniform() * 9);
  return company;
}

constexpr int kQuarterDays = 91;
const Date kStart = *Date::from_ymd(2020, 1, 1);
const ae::FiscalCalendar kCalendar;

/// A deal with what nobody knows yet.
struct Fate {
  Deal deal;
  Date closes;
  double luck;  ///< won when below win rate × factor of the quarter
};

Fate draw_deal(Random& random, const Company& company, Date created) {
  Fate fate{};
  const double days = random.log_normal(company.cycle, company.cycle_spread);
  fate.deal.created = created;
  fate.deal.amount = std::round(random.log_normal(company.amount, company.amount_spread));
  fate.closes = created + static_cast<int>(std::min(days, 2'000.0));
  fate.luck = random.uniform();
  if (company.has_dates)
    fate.deal.close =
        created + static_cast<int>(std::min(days * std::exp(company.date_spread * random.normal()), 2'000.0));
  return fate;
}

double draw_factor(Random& random, const Company& company) {
  return std::max(0.2, 1 + company.quarter_spread * random.normal());
}

/// What is won in [from, end] of deals that close then, and of new ones.
double play_on(Random& random, const Company& company, const std::vector<Fate>& open, Date as_of, Date end) {
  const double rate = company.win_rate * draw_factor(random, company);
  double won = 0;
  for (const Fate& fate : open) {
    // The rest of its life anew, given that it is still open.
    Date closes = fate.closes;
    for (int attempt = 0; attempt < 200; ++attempt) {
      const double days = random.log_normal(company.cycle, company.cycle_spread);
      closes = fate.deal.created + static_cast<int>(std::min(days, 2'000.0));
      if (closes > as_of) break;
    }
    if (closes > as_of && closes <= end && random.uniform() < rate) won += *fate.deal.amount;
  }
  for (Date day = as_of + 1; day <= end; day = day + 1) {
    for (double left = company.per_day; left > 0; left -= 1) {
      if (random.uniform() >= std::min(left, 1.0)) continue;
      const Fate fate = draw_deal(random, company, day);
      if (fate.closes <= end && fate.luck < rate) won += *fate.deal.amount;
    }
  }
  return won;
}

struct Verdict {
  bool covered;
  double width, true_width, actual, mean;
};

Verdict judge(std::uint64_t seed) {
  Random random(seed);
  const Company company = draw_company(random);
  const ae::Period last = kCalendar.quarter_containing(kStart + kQuarterDays * company.quarters + 20);
  const int days_in = static_cast<int>(random.between(0, 0.9) * last.length());
  const Date as_of = last.start + (days_in - 1);
  std::vector<Fate> fates;
  for (Date day = kStart + -200; day <= as_of; day = day + 1) {  // business that began before the file does
    for (double left = company.per_day; left > 0; left -= 1) {
      if (random.uniform() < std::min(left, 1.0)) fates.push_back(draw_deal(random, company, day));
    }
  }
  double factor = 1;
  std::string quarter;
  std::sort(fates.begin(), fates.end(), [](const Fate& a, const Fate& b) { return a.closes < b.closes; });
  std::vector<Deal> known;
  std::vector<Fate> open;
  double now_factor = 1;
  for (const Fate& fate : fates) {
    Deal deal = fate.deal;
    if (fate.closes > as_of) {
      known.push_back(deal);
      open.push_back(fate);
      continue;
    }
    if (fate.closes < kStart) continue;  // closed before the file begins
    const ae::Period period = kCalendar.quarter_containing(fate.closes);
    if (period.name != quarter) {
      quarter = period.name;
      factor = draw_factor(random, company);
      if (period.name == last.name) now_factor = factor;
    }
    deal.state = fate.luck < company.win_rate * factor ? DealState::kWon : DealState::kLost;
    deal.stage = deal.state == DealState::kWon ? Stage::kClosedWon : Stage::kClosedLost;
    deal.closed = fate.closes;
    deal.close = {};
    known.push_back(deal);
  }
  (void)now_factor;  // the days that are left have an own draw: nobody can know the quarter's
  const double so_far = ae::forecast::won_between(known, last.start, as_of);
  std::vector<double> plays;
  for (int play = 0; play < 2'000; ++play)
    plays.push_back(so_far + play_on(random, company, open, as_of, last.end));
  std::sort(plays.begin(), plays.end());
  const double actual = so_far + play_on(random, company, open, as_of, last.end);
  const ae::Policy& policy = ae::default_policy();
  const ae::forecast::Backtest past = ae::forecast::run_backtest(known, as_of, kCalendar, policy);
  const auto forecast =
      ae::forecast::learn(known, {as_of, last, kCalendar}, policy, past.record.known_at(as_of));
  if (!forecast) return {false, 0, plays[1'800] - plays[200], actual, 0};
  const double p10 = forecast->outcome.quantile(0.1);
  const double p90 = forecast->outcome.quantile(0.9);
  return {p10 <= actual && actual <= p90, p90 - p10, plays[1'800] - plays[200], actual, forecast->mean()};
}

}  // namespace

int main(int count, char** arguments) {
  const int books = count > 1 ? std::atoi(arguments[1]) : 300;
  int covered = 0;
  double width = 0, true_width = 0, miss = 0, bias = 0, actual = 0;
  std::vector<double> ratios;
  for (int book = 1; book <= books; ++book) {
    const Verdict verdict = judge(static_cast<std::uint64_t>(book));
    covered += verdict.covered ? 1 : 0;
    width += verdict.width;
    true_width += verdict.true_width;
    miss += std::abs(verdict.mean - verdict.actual);
    bias += verdict.mean - verdict.actual;
    actual += verdict.actual;
    if (verdict.true_width > 0) ratios.push_back(verdict.width / verdict.true_width);
  }
  std::sort(ratios.begin(), ratios.end());
  std::printf(
      "books %d  P10-P90 covers %.1f %%  width / true width: pooled %.2f, median %.2f  WAPE %.3f  bias "
      "%+.3f\n",
      books, 100.0 * covered / books, width / true_width, ratios[ratios.size() / 2], miss / actual,
      bias / actual);
  return 0;
}
