// Does the forecast's P10 to P90 hold what it says? 300 simulated books of business with known truth: each
// has its own pace, win rate, cycle, amounts and quarterly ups and downs, and is seen from one day of its
// last quarter. The true interval comes from playing that quarter on 2,000 times from that day; the actual
// outcome is one more play.
//
//   cmake --build --preset release --target simulated_books && build/release/bench/simulated_books
//
// `simulated_books 300 features` gives every deal a segment, a source and an owner. The first two move its
// chance by amounts that the company draws, the third says nothing. The forecast is then made without and
// with what they teach, and the chances of the open deals are scored on what became of each.
// `simulated_books 300 idle` gives them features that say nothing.
//
// Reports only. Seeds are 1 to 300, fixed before the forecast was written.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "ae/forecast/backtest.h"
#include "ae/forecast/packed_words.h"
#include "ae/statistics/probability_scores.h"

namespace {

using ae::Date;
using ae::DealState;
using ae::Stage;
using ae::forecast::Deal;
using ae::forecast::DealFact;

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
  bool has_features;
  double segment_effect[3] = {}, source_effect[4] = {};  ///< log odds
};

double log_odds(double chance) { return std::log(chance / (1 - chance)); }

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

/// What the values of a deal's features add to its chance, from numbers of their own: the books stay the
/// same.
void draw_effects(Company& company, std::uint64_t seed, bool idle) {
  Random random(seed + 1'000'000);
  company.has_features = true;
  if (idle) return;
  for (double& effect : company.segment_effect) effect = 0.8 * random.normal();
  for (double& effect : company.source_effect) effect = 0.5 * random.normal();
}

constexpr int kQuarterDays = 91;
const Date kStart = *Date::from_ymd(2020, 1, 1);
const ae::FiscalCalendar kCalendar;

/// A deal with what nobody knows yet.
struct Fate {
  Deal deal;
  Date closes;
  double luck;  ///< won when below win rate × factor of the quarter
  int segment = 0, source = 0, owner = 0;
};

/// Chance of being won when the quarter's rate is `rate`.
double chance(const Company& company, const Fate& fate, double rate) {
  if (!company.has_features) return rate;
  const double inside = std::min(std::max(rate, 0.01), 0.99);
  return 1 / (1 + std::exp(-log_odds(inside) - company.segment_effect[fate.segment] -
                           company.source_effect[fate.source]));
}

/// From a number that the deal has already: the same deals with and without features.
void draw_features(const Company& company, Fate& fate) {
  if (!company.has_features) return;
  Random random(static_cast<std::uint64_t>(fate.luck * 0x1p52));
  fate.segment = static_cast<int>(random.uniform() * 3);
  fate.source = static_cast<int>(random.uniform() * 4);
  fate.owner = static_cast<int>(random.uniform() * 6);
}

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
  draw_features(company, fate);
  return fate;
}

double draw_factor(Random& random, const Company& company) {
  return std::max(0.2, 1 + company.quarter_spread * random.normal());
}

/// What is won in [from, end] of deals that close then, and of new ones.
/// `won_deals` takes down which of `open` are won.
double play_on(Random& random, const Company& company, const std::vector<Fate>& open, Date as_of, Date end,
               std::vector<bool>* won_deals = nullptr) {
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
    const bool is_won = closes > as_of && closes <= end && random.uniform() < chance(company, fate, rate);
    if (is_won) won += *fate.deal.amount;
    if (won_deals != nullptr) won_deals->push_back(is_won);
  }
  for (Date day = as_of + 1; day <= end; day = day + 1) {
    for (double left = company.per_day; left > 0; left -= 1) {
      if (random.uniform() >= std::min(left, 1.0)) continue;
      const Fate fate = draw_deal(random, company, day);
      if (fate.closes <= end && fate.luck < chance(company, fate, rate)) won += *fate.deal.amount;
    }
  }
  return won;
}

struct Verdict {
  bool covered = false;
  double width = 0, true_width = 0, actual = 0, mean = 0;
  bool shifted = false;
  std::vector<ae::statistics::Stated> chances;  ///< of the open deals, with what became of them
};

/// A book as it is seen from one day, and what nobody knows of it yet.
struct Book {
  Company company;
  ae::Period period;
  Date as_of;
  std::vector<DealFact> facts;  ///< of the deals that are known
  std::vector<Fate> open;
  double so_far = 0;
};

std::string packed(const Company& company, const Fate& fate) {
  if (!company.has_features) return {};
  const std::string segment = "segment " + std::to_string(fate.segment);
  const std::string source = "source " + std::to_string(fate.source);
  const std::string owner = "owner " + std::to_string(fate.owner);
  ae::EnumArray<ae::OpportunityField, std::string_view> texts;
  texts[ae::OpportunityField::kSegment] = segment;
  texts[ae::OpportunityField::kLeadSource] = source;
  texts[ae::OpportunityField::kOwner] = owner;
  return ae::forecast::pack(texts);
}

const ae::Currency kDollars = *ae::Currency::from_code("USD");

DealFact fact_of(const Company& company, const Fate& fate) {
  DealFact fact;
  fact.created = fate.deal.created;
  fact.close = fate.deal.close;
  fact.amount = static_cast<std::int64_t>(*fate.deal.amount);
  fact.currency = kDollars;
  fact.words = packed(company, fate);
  return fact;
}

void close(DealFact& fact, bool won, Date closed) {
  fact.state = won ? DealState::kWon : DealState::kLost;
  fact.stage = won ? Stage::kClosedWon : Stage::kClosedLost;
  fact.closed = closed;
  fact.close = {};
}

enum class Features : std::uint8_t { kNone, kTelling, kIdle };

Book draw_book(Random& random, std::uint64_t seed, Features features) {
  Book book;
  book.company = draw_company(random);
  if (features != Features::kNone) draw_effects(book.company, seed, features == Features::kIdle);
  const Company& company = book.company;
  book.period = kCalendar.quarter_containing(kStart + kQuarterDays * company.quarters + 20);
  const int days_in = static_cast<int>(random.between(0, 0.9) * book.period.length());
  book.as_of = book.period.start + (days_in - 1);
  std::vector<Fate> fates;
  for (Date day = kStart + -200; day <= book.as_of;
       day = day + 1) {  // business that began before the file does
    for (double left = company.per_day; left > 0; left -= 1) {
      if (random.uniform() < std::min(left, 1.0)) fates.push_back(draw_deal(random, company, day));
    }
  }
  double factor = 1;
  std::string quarter;
  std::sort(fates.begin(), fates.end(), [](const Fate& a, const Fate& b) { return a.closes < b.closes; });
  for (const Fate& fate : fates) {
    DealFact fact = fact_of(company, fate);
    if (fate.closes > book.as_of) {
      book.open.push_back(fate);
      book.facts.push_back(fact);
      continue;
    }
    if (fate.closes < kStart) continue;  // closed before the file begins
    const ae::Period period = kCalendar.quarter_containing(fate.closes);
    if (period.name != quarter) {
      quarter = period.name;
      factor = draw_factor(random, company);
    }
    const bool won = fate.luck < chance(company, fate, company.win_rate * factor);
    if (won && book.period.contains(fate.closes)) book.so_far += *fate.deal.amount;
    close(fact, won, fate.closes);
    book.facts.push_back(fact);
  }
  return book;  // the days that are left have an own factor: nobody can know the quarter's
}

/// The forecast of a book and the chances of its open deals.
void forecast(const Book& book, bool with_features, const std::vector<bool>& won, Verdict& verdict) {
  const ae::Policy& policy = ae::default_policy();
  const std::vector<Deal> deals = ae::forecast::deals_of(book.facts, kDollars);
  std::vector<Deal> known = deals;
  ae::forecast::DealFeatures features;
  if (with_features) features = ae::forecast::DealFeatures::of(book.facts, known);
  verdict.shifted = ae::forecast::set_shifts(known, features).signal();
  if (!verdict.shifted) features = {};
  const ae::forecast::Backtest past =
      ae::forecast::run_backtest(deals, book.as_of, kCalendar, policy, features);
  const ae::forecast::Vantage vantage{book.as_of, book.period, kCalendar};
  const auto chances = ae::forecast::DealChances::fit(known, vantage, policy);
  std::size_t at = 0;
  for (const Deal& deal : known) {
    if (!deal.is_open()) continue;
    const auto stated = chances.of(deal);
    if (stated) verdict.chances.push_back({stated->probability, won[at] ? 1.0 : 0.0, won[at] ? 0.0 : 1.0});
    ++at;
  }
  const auto learnt = ae::forecast::learn(known, vantage, policy, past.record.known_at(book.as_of));
  if (!learnt) return;
  const double p10 = learnt->outcome.quantile(0.1);
  const double p90 = learnt->outcome.quantile(0.9);
  verdict.covered = p10 <= verdict.actual && verdict.actual <= p90;
  verdict.width = p90 - p10;
  verdict.mean = learnt->mean();
}

/// With what features teach, and, when there are any, without it.
std::vector<Verdict> judge(std::uint64_t seed, Features features) {
  Random random(seed);
  const Book book = draw_book(random, seed, features);
  std::vector<double> plays;
  for (int play = 0; play < 2'000; ++play)
    plays.push_back(book.so_far + play_on(random, book.company, book.open, book.as_of, book.period.end));
  std::sort(plays.begin(), plays.end());
  std::vector<bool> won;
  Verdict verdict;
  verdict.actual = book.so_far + play_on(random, book.company, book.open, book.as_of, book.period.end, &won);
  verdict.true_width = plays[1'800] - plays[200];
  std::vector<Verdict> verdicts(features == Features::kNone ? 1 : 2, verdict);
  for (std::size_t at = 0; at < verdicts.size(); ++at) forecast(book, at > 0, won, verdicts[at]);
  return verdicts;
}

void print(const char* title, const std::vector<Verdict>& verdicts) {
  double covered = 0, shifted = 0, width = 0, true_width = 0, miss = 0, bias = 0, actual = 0;
  std::vector<double> ratios;
  std::vector<ae::statistics::Stated> chances;
  for (const Verdict& verdict : verdicts) {
    covered += verdict.covered ? 1 : 0;
    shifted += verdict.shifted ? 1 : 0;
    width += verdict.width;
    true_width += verdict.true_width;
    miss += std::abs(verdict.mean - verdict.actual);
    bias += verdict.mean - verdict.actual;
    actual += verdict.actual;
    if (verdict.true_width > 0) ratios.push_back(verdict.width / verdict.true_width);
    chances.insert(chances.end(), verdict.chances.begin(), verdict.chances.end());
  }
  std::sort(ratios.begin(), ratios.end());
  const auto books = static_cast<double>(verdicts.size());
  const ae::statistics::ProbabilityScores scores = ae::statistics::score(chances);
  std::printf(
      "%-17s books %.0f  P10-P90 covers %.1f %%  width / true width: pooled %.2f, median %.2f  WAPE %.3f  "
      "bias %+.3f\n",
      title, books, 100 * covered / books, width / true_width, ratios[ratios.size() / 2], miss / actual,
      bias / actual);
  std::printf("%-17s deals %zu  Brier %.4f  log loss %.4f  AUC %.4f  calibration error %.4f  shifted %.0f\n",
              "", chances.size(), scores.brier, scores.log_loss, scores.auc, scores.ece, shifted);
}

}  // namespace

int main(int count, char** arguments) {
  const int books = count > 1 ? std::atoi(arguments[1]) : 300;
  const std::string mode = count > 2 ? arguments[2] : "";
  const Features features = mode == "features" ? Features::kTelling
                            : mode == "idle"   ? Features::kIdle
                                               : Features::kNone;
  std::vector<Verdict> without, with;
  for (int book = 1; book <= books; ++book) {
    const std::vector<Verdict> verdicts = judge(static_cast<std::uint64_t>(book), features);
    without.push_back(verdicts.front());
    if (features != Features::kNone) with.push_back(verdicts.back());
  }
  print(features == Features::kNone ? "" : "without features", without);
  if (features != Features::kNone) print("with features", with);
  return 0;
}
