#include "ae/forecast/win_probability.h"

#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

#include "ae/forecast/folds.h"
#include "ae/forecast/gradient_boosted.h"
#include "ae/forecast/logistic.h"
#include "ae/forecast/naive_bayes.h"
#include "ae/statistics/random.h"

namespace ae::forecast {
namespace {

/// 40 combinations of four sources and ten owners, ten deals each; `effect` is what the first source adds to
/// the log odds.
FeatureTable deals(double effect) {
  FeatureTable table;
  table.columns = {"source", "owner"};
  table.levels = {{"", "a", "b", "c", "d"}, {"", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"}};
  statistics::Random random(5);
  for (std::uint32_t source = 1; source <= 4; ++source) {
    for (std::uint32_t owner = 1; owner <= 10; ++owner) {
      const double chance = 1 / (1 + std::exp(-(source == 1 ? effect : 0)));
      double won = 0;
      for (int deal = 0; deal < 10; ++deal)
        won += static_cast<double>(random.below(1000)) < chance * 1000 ? 1 : 0;
      table.rows.push_back({source, owner});
      table.won.push_back(won);
      table.lost.push_back(10 - won);
    }
  }
  return table;
}

std::vector<std::size_t> all(const FeatureTable& table) {
  std::vector<std::size_t> rows(table.size());
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  return rows;
}

TEST(NaiveBayes, GivesTheScoreOfAKnownLeadScorer) {
  const double probability = naive_bayes_probability(2.1 / 5.2, 3.1 / 5.2,
                                                     {{0.1 / 1.2, 2.1 / 2.2},
                                                      {1.1 / 2.2, 1.1 / 1.2},
                                                      {1, 1},
                                                      {2.1 / 2.2, 0.1 / 1.2},
                                                      {2.1 / 2.2, 1.1 / 3.2},
                                                      {1, 1.1 / 3.1}});
  EXPECT_NEAR(100 * probability, 74.30, 0.005);
}

TEST(NaiveBayes, AValueNeverSeenSaysNothing) {
  FeatureTable table = deals(2);
  std::vector<std::size_t> train = all(table);
  table.levels[0].push_back("new");
  table.rows.push_back({5, 0});
  table.won.push_back(0);
  table.lost.push_back(1);
  const double won = table.won_of(train) + 0.1;
  const double lost = table.cases_of(train) - table.won_of(train) + 0.1;
  EXPECT_NEAR(naive_bayes(table, train, {40})[0], won / (won + lost), 1e-12);
}

TEST(Logistic, FindsTheEffectThatIsThereAndNoOther) {
  const FeatureTable table = deals(2);
  const Logistic model = Logistic::fit(table, all(table), 1);
  const double against_others =
      model.effect(0, 1) - (model.effect(0, 2) + model.effect(0, 3) + model.effect(0, 4)) / 3;
  EXPECT_NEAR(against_others, 2, 0.5);
  for (std::uint32_t owner = 1; owner <= 10; ++owner) EXPECT_LT(std::abs(model.effect(1, owner)), 0.8);
}

TEST(Logistic, AHeavyPenaltyLeavesTheBaseRate) {
  const FeatureTable table = deals(2);
  const Logistic model = Logistic::fit(table, all(table), 1e9);
  EXPECT_NEAR(model.probability({1, 1}), table.won_of(all(table)) / table.cases_of(all(table)), 1e-3);
}

TEST(Logistic, LeavingOneRowOutIsNearlyWhatRefittingSays) {
  const FeatureTable table = deals(1);
  double loss = 0;
  for (std::size_t row = 0; row < table.size(); ++row) {
    std::vector<std::size_t> rest = all(table);
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(row));
    const double p = Logistic::fit(table, rest, 5).probability(table.rows[row]);
    loss -= table.won[row] * std::log(p) + table.lost[row] * std::log1p(-p);
  }
  EXPECT_NEAR(Logistic::fit(table, all(table), 5).leave_one_out_loss() / loss, 1, 0.01);
}

TEST(GradientBoosted, FindsTheEffectThatIsThereAndIsTheSameEveryTime) {
  ASSERT_TRUE(has_gradient_boosting()) << "tools/packages.txt names the library for tests";
  const FeatureTable table = deals(2);
  const std::vector<double> stated = gradient_boosted(table, all(table), all(table));
  const double of_first = std::accumulate(stated.begin(), stated.begin() + 10, 0.0) / 10;
  const double of_others = std::accumulate(stated.begin() + 10, stated.end(), 0.0) / 30;
  EXPECT_GT(of_first, of_others + 0.15) << "the first source wins more";
  EXPECT_EQ(gradient_boosted(table, all(table), all(table)), stated);
  EXPECT_TRUE(gradient_boosted(table, all(table), {}).empty());
}

TEST(Folds, EveryRowStandsInOneFoldAndSizesAreAlike) {
  const auto folds = random_folds(deals(0), 5, 3);
  std::vector<int> seen(40);
  for (const auto& fold : folds) {
    EXPECT_EQ(fold.size(), 8U);
    for (const std::size_t row : fold) ++seen[row];
  }
  EXPECT_EQ(seen, std::vector<int>(40, 1));
  EXPECT_EQ(others(folds, 0).size(), 32U);
  EXPECT_NE(folds, random_folds(deals(0), 5, 4));
  EXPECT_EQ(folds, random_folds(deals(0), 5, 3));
}

/// The same, every tenth of a row's deals closed on another day.
FeatureTable dated_deals(double effect) {
  FeatureTable table = deals(effect);
  const Date first = *Date::from_ymd(2025, 1, 1);
  for (std::size_t row = 0; row < table.size(); ++row) {
    std::vector<DatedOutcomes>& days = table.dated.emplace_back();
    for (int day = 0; day < 10; ++day) {
      const bool won = day < static_cast<int>(table.won[row]);
      days.push_back({first + (day * 7 + static_cast<int>(row)) % 10, won ? 1.0 : 0.0, won ? 0.0 : 1.0});
    }
  }
  return table;
}

TEST(Folds, ATimeSplitLearnsFromTheEarlierSevenOfTenAlone) {
  const FeatureTable table = dated_deals(1);
  const auto split = split_by_time(table);
  ASSERT_TRUE(split.has_value());
  EXPECT_EQ(split->from, *Date::from_ymd(2025, 1, 8)) << "40 deals a day for ten days";
  EXPECT_EQ(split->table.cases_of(split->before), 280);
  EXPECT_EQ(split->table.cases_of(split->after), 120);
  EXPECT_EQ(split->table.won_of(split->before) + split->table.won_of(split->after), table.won_of(all(table)));
}

TEST(Folds, WithoutDatesOrWithFewDealsThereIsNoTimeSplit) {
  EXPECT_FALSE(split_by_time(deals(1)).has_value());
  FeatureTable few = dated_deals(1);
  for (auto* rows : {&few.won, &few.lost}) rows->resize(3);
  few.rows.resize(3);
  few.dated.resize(3);
  EXPECT_FALSE(split_by_time(few).has_value());
}

TEST(WinProbability, IsTheSameOnAnyNumberOfThreads) {
  const auto one = evaluate(dated_deals(2), 1);
  const auto four = evaluate(dated_deals(2), 4);
  ASSERT_TRUE(one && four);
  for (const WinModel model : one->tried) {
    EXPECT_EQ(one->models[model].log_loss, four->models[model].log_loss);
    EXPECT_EQ(one->later->models[model].brier, four->later->models[model].brier);
  }
}

TEST(WinProbability, ASignalHoldsOnLaterDeals) {
  const auto result = evaluate(dated_deals(2));
  ASSERT_TRUE(result && result->later);
  EXPECT_LT(result->later->models[WinModel::kLogistic].brier,
            result->later->models[WinModel::kBaseRate].brier);
}

TEST(WinProbability, ASourceThatWinsMoreIsASignal) {
  const auto result = evaluate(deals(2));
  ASSERT_TRUE(result.has_value());
  EXPECT_TRUE(result->signal);
  EXPECT_NE(result->chosen, WinModel::kBaseRate);
  EXPECT_GT(result->models[WinModel::kLogistic].auc, 0.55);
  EXPECT_EQ(result->by_seed.size(), 20U);
}

TEST(WinProbability, ChanceAloneIsNoSignal) {
  const auto result = evaluate(deals(0));
  ASSERT_TRUE(result.has_value());
  EXPECT_FALSE(result->signal);
  EXPECT_EQ(result->chosen, WinModel::kBaseRate);
  EXPECT_NEAR(result->models[WinModel::kLogistic].brier, result->models[WinModel::kBaseRate].brier, 0.002);
}

TEST(WinProbability, FewDealsOrOneOutcomeSayNothing) {
  FeatureTable table = deals(1);
  table.rows.resize(5);
  table.won.resize(5);
  table.lost.resize(5);
  EXPECT_FALSE(evaluate(table).has_value());
  FeatureTable won = deals(1);
  for (double& lost : won.lost) lost = 0;
  EXPECT_FALSE(evaluate(won).has_value());
}

}  // namespace
}  // namespace ae::forecast
