#include "ae/forecast/win_shift.h"

#include <cmath>

#include <gtest/gtest.h>

#include "ae/forecast/deal_chance.h"
#include "ae/forecast/deal_features.h"
#include "ae/forecast/deals_for_test.h"
#include "ae/forecast/packed_words.h"
#include "ae/statistics/probability_scores.h"
#include "ae/statistics/random.h"

namespace ae::forecast {
namespace {

/// A deal of one of three segments and six owners. Segments move its log odds by `effect`, 0 and −`effect`.
struct Drawn {
  DealFact fact;
  double chance = 0;  ///< of being won at all
};

Drawn draw(statistics::Random& random, double effect) {
  Drawn drawn;
  const auto segment = static_cast<int>(random.below(3));
  const std::string segment_name = "segment " + std::to_string(segment);
  const std::string owner = "owner " + std::to_string(random.below(6));
  EnumArray<OpportunityField, std::string_view> texts;
  texts[OpportunityField::kSegment] = segment_name;
  texts[OpportunityField::kOwner] = owner;
  drawn.fact.words = pack(texts);
  drawn.chance = 1 / (1 + std::exp(0.5 - effect * (1 - segment)));
  return drawn;
}

bool is_won(statistics::Random& random, const Drawn& drawn) {
  return static_cast<double>(random.below(1'000'000)) < drawn.chance * 1e6;
}

/// `count` deals that closed one a day from 2024 on, as facts.
std::vector<DealFact> history(statistics::Random& random, double effect, int count) {
  std::vector<DealFact> facts;
  for (int index = 0; index < count; ++index) {
    Drawn drawn = draw(random, effect);
    drawn.fact.state = is_won(random, drawn) ? DealState::kWon : DealState::kLost;
    drawn.fact.created = day("2024-01-01") + index;
    drawn.fact.closed = drawn.fact.created + 30 + index % 20;
    facts.push_back(drawn.fact);
  }
  return facts;
}

WinShift learnt_from(const std::vector<DealFact>& facts, std::vector<Deal>& known) {
  return set_shifts(known, DealFeatures::of(facts, known));
}

TEST(PackedWords, ComeApartAgainAndBlanksAreNotAmongThem) {
  EnumArray<OpportunityField, std::string_view> texts;
  texts[OpportunityField::kOwner] = "王 Ana";
  texts[OpportunityField::kProduct] = "GTX";
  texts[OpportunityField::kNextStep] = "call";
  texts[OpportunityField::kTeam] = "odd\x1eteam";
  const std::string packed = pack(texts);
  EXPECT_EQ(unpack(packed), (FeatureWords{{"owner", "王 Ana"}, {"product", "GTX"}}));
  EXPECT_TRUE(unpack("").empty());
}

TEST(WinShift, FindsTheEffectThatIsThere) {
  statistics::Random random(3);
  const std::vector<DealFact> facts = history(random, 1, 900);
  std::vector<Deal> known = deals_of(facts, {});
  const DealFeatures features = DealFeatures::of(facts, known);
  const FeatureTable table = features.closed(known);
  const WinShift shift = WinShift::learn(table);
  ASSERT_TRUE(shift.signal());
  ASSERT_EQ(features.columns(), (std::vector<std::string>{"owner", "segment"}));
  EXPECT_LT(shift.loss(), shift.base_loss());
  for (std::uint32_t code = 1; code <= 3; ++code) {
    const double told = 1 - (features.word(1, code).back() - '0');
    EXPECT_NEAR(shift.effect(1, code), told, 0.25) << features.word(1, code);
  }
}

TEST(WinShift, ShiftedBaseRatesAddUpToWhatWasWon) {
  statistics::Random random(4);
  const std::vector<DealFact> facts = history(random, 1, 600);
  std::vector<Deal> known = deals_of(facts, {});
  const FeatureTable table = DealFeatures::of(facts, known).closed(known);
  const WinShift shift = WinShift::learn(table);
  double won = 0, expected = 0;
  for (std::size_t row = 0; row < table.size(); ++row) won += table.won[row];
  const double base = std::log(won / (600 - won));
  for (std::size_t row = 0; row < table.size(); ++row)
    expected += (table.won[row] + table.lost[row]) / (1 + std::exp(-base - shift.of(table.rows[row])));
  EXPECT_NEAR(expected, won, 0.01 * won);
}

TEST(WinShift, FeaturesThatSayNothingShiftNothing) {
  int signals = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    statistics::Random random(seed);
    const std::vector<DealFact> facts = history(random, 0, 300);
    std::vector<Deal> known = deals_of(facts, {});
    signals += learnt_from(facts, known).signal() ? 1 : 0;
  }
  EXPECT_LE(signals, 6) << "one standard error lets about one of ten through";
}

TEST(WinShift, FewDealsSayNothing) {
  statistics::Random random(5);
  const std::vector<DealFact> facts = history(random, 3, 35);
  std::vector<Deal> known = deals_of(facts, {});
  EXPECT_FALSE(learnt_from(facts, known).signal());
}

TEST(WinShift, AValueNeverSeenAmongClosedDealsStandsForTheRareOnes) {
  statistics::Random random(6);
  std::vector<DealFact> facts = history(random, 1, 600);
  EnumArray<OpportunityField, std::string_view> texts;
  texts[OpportunityField::kSegment] = "segment 9";
  texts[OpportunityField::kOwner] = "owner 1";
  facts.emplace_back().words = pack(texts);
  std::vector<Deal> known = deals_of(facts, {});
  ASSERT_TRUE(learnt_from(facts, known).signal());
  EXPECT_LT(std::abs(known.back().shift), 0.6);
}

TEST(WinShift, OnlyDealsClosedByThenAreLearntFrom) {
  statistics::Random random(7);
  const std::vector<DealFact> facts = history(random, 1, 700);
  const std::vector<Deal> deals = deals_of(facts, {});
  const Date then = day("2025-03-31");
  std::vector<Deal> known = cut(deals, then);
  const WinShift seen = learnt_from(facts, known);
  std::vector<DealFact> turned = facts;
  for (DealFact& fact : turned) {
    if (fact.closed > then) fact.state = fact.state == DealState::kWon ? DealState::kLost : DealState::kWon;
  }
  std::vector<Deal> known_of_turned = cut(deals_of(turned, {}), then);
  learnt_from(turned, known_of_turned);
  ASSERT_TRUE(seen.signal());
  ASSERT_EQ(known.size(), known_of_turned.size());
  for (std::size_t at = 0; at < known.size(); ++at)
    EXPECT_EQ(known[at].shift, known_of_turned[at].shift) << "what came later changes nothing";
}

/// Open deals of age 0 with what becomes of each, the whole future being in the period.
struct Future {
  std::vector<DealFact> facts;
  std::vector<bool> won;
};

statistics::ProbabilityScores score_of_chances(const Future& future, bool with_features) {
  std::vector<Deal> known = deals_of(future.facts, {});
  if (with_features) set_shifts(known, DealFeatures::of(future.facts, known));
  const Date as_of = day("2026-06-30");
  const Vantage vantage{as_of, Period{"all to come", as_of + 1, as_of + 3'000}, FiscalCalendar{}};
  const DealChances chances = DealChances::fit(known, vantage, default_policy());
  std::vector<statistics::Stated> stated;
  std::size_t at = 0;
  for (const Deal& deal : known) {
    if (!deal.is_open()) continue;
    const bool won = future.won[at++];
    stated.push_back({chances.of(deal)->probability, won ? 1.0 : 0.0, won ? 0.0 : 1.0});
  }
  return statistics::score(stated);
}

TEST(WinShift, MakesTheChancesOfDealsBetterWhereFeaturesTell) {
  statistics::Random random(8);
  Future future{history(random, 1.2, 800), {}};
  for (int index = 0; index < 1'500; ++index) {
    Drawn drawn = draw(random, 1.2);
    drawn.fact.created = day("2026-06-30");
    future.facts.push_back(drawn.fact);
    future.won.push_back(is_won(random, drawn));
  }
  const statistics::ProbabilityScores without = score_of_chances(future, false);
  const statistics::ProbabilityScores with = score_of_chances(future, true);
  EXPECT_LT(with.brier, without.brier - 0.02);
  EXPECT_LT(with.log_loss, without.log_loss - 0.05);
  EXPECT_LT(with.ece, 0.05);
}

TEST(WinShift, AHigherStageNeverLowersTheChance) {
  statistics::Random random(9);
  std::vector<DealFact> facts = history(random, 1, 600);
  for (const Stage stage :
       {Stage::kProspect, Stage::kDiscovery, Stage::kDemo, Stage::kProposal, Stage::kNegotiation}) {
    for (int like = 0; like < 3; ++like) {
      DealFact open = facts[static_cast<std::size_t>(like)];
      open.state = DealState::kOpen;
      open.stage = stage;
      open.created = day("2025-10-01");
      open.closed = {};
      facts.push_back(open);
    }
  }
  std::vector<Deal> known = deals_of(facts, {});
  ASSERT_TRUE(learnt_from(facts, known).signal());
  const Vantage vantage{day("2025-11-15"), *FiscalCalendar{}.parse_quarter("2025-Q4", day("2025-11-15")), {}};
  const DealChances chances = DealChances::fit(known, vantage, default_policy());
  for (std::size_t like = 600; like < 603; ++like) {
    for (std::size_t at = like + 3; at < known.size(); at += 3)
      EXPECT_GT(chances.of(known[at])->probability, chances.of(known[at - 3])->probability);
  }
}

}  // namespace
}  // namespace ae::forecast
