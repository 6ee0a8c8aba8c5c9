#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/forecast/backtest_figures.h"
#include "ae/forecast/deal_facts.h"
#include "ae/forecast/rep_calls.h"
#include "ae/forecast/win_features.h"
#include "ae/forecast/win_probability_figures.h"
#include "ae/report/report.h"

namespace ae::forecast {

struct BacktestMethodFigures {
  ForecastMethod method = ForecastMethod::kLearnt;
  std::optional<Money> forecast, p10, p90;

  static constexpr auto fields() {
    using Self = BacktestMethodFigures;
    return std::tuple{
        field("method", &Self::method, Text{"Forecast method", "预测方法"}),
        field("forecast", &Self::forecast,
              Text{"What it said that day; null: nothing to go by", "该方法当日的预测；null 表示无从预测"}),
        field("p10", &Self::p10, Text{"Nine of ten outcomes were to be above", "预计九成结果高于此值"}),
        field("p90", &Self::p90, Text{"One of ten outcomes was to be above", "预计一成结果高于此值"})};
  }
};

struct BacktestPointFigures {
  Date as_of;
  std::string period;
  std::optional<Money> actual;
  std::vector<BacktestMethodFigures> methods;

  static constexpr auto fields() {
    using Self = BacktestPointFigures;
    return std::tuple{
        field("as_of", &Self::as_of,
              Text{"The day; only facts dated before it were known", "时点；仅知晓此日之前的事实"}),
        field("period", &Self::period, Text{"The quarter that was forecast", "所预测的季度"}),
        field("actual", &Self::actual, Text{"What the whole quarter brought", "整个季度的实际赢单额"}),
        field("methods", &Self::methods, Text{"What each method said", "各方法的预测"})};
  }
};

struct BacktestResult {
  std::vector<BacktestPointFigures> points;
  std::vector<MethodFigures> methods;
  std::optional<ForecastMethod> best;
  std::optional<WinProbabilityFigures> win_probability;
  std::vector<RepCallFigures> rep_calls;

  // For people; not part of the JSON.
  std::int64_t rows = 0, closed = 0;

  static constexpr auto fields() {
    using Self = BacktestResult;
    return std::tuple{
        field("points", &Self::points, Text{"Days that were replayed", "重放的时点"}),
        field("methods", &Self::methods, Text{"How each method did", "各方法的表现"}),
        field("win_probability", &Self::win_probability,
              Text{"Whether features of a deal tell its chance of being won; null: too few closed deals, or "
                   "no features",
                   "商机特征能否预示赢单概率；null 表示已关闭商机过少或没有特征"}),
        field("rep_calls", &Self::rep_calls,
              Text{"What owners and teams said (--calls) against what came",
                   "负责人与团队的预测（--calls）与实际对照"}),
        field("best", &Self::best,
              Text{"The method with the least WAPE of those that spoke at every point; null: no point",
                   "在所有时点均有预测的方法中 WAPE 最小者；null 表示没有时点"})};
  }
};

/// How far each way of forecasting missed the user's own past quarters.
struct BacktestReport {
  static constexpr report::Info kInfo{.command = "backtest",
                                      .title = {"Backtest", "回测"},
                                      .question = {"How well would each forecast have done on past quarters?",
                                                   "各种预测方法在过去季度的表现如何？"},
                                      .attributes = true,
                                      .judges_calls = true};

  using Output = BacktestResult;

  struct Partial {
    DealFacts facts;
    WinFeatures features;

    void add(const table::OpportunityChunk& chunk, const report::Scope&) {
      facts.add(chunk);
      features.add(chunk);
    }
    void merge(const Partial& other) {
      facts.merge(other.facts);
      features.merge(other.features);
    }

    bool operator==(const Partial&) const = default;
    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
      archive(self.facts, self.features);
    }
  };

  static Result<Output> finalize(const Partial& partial, const report::Scope& scope,
                                 std::vector<Note>& notes);
  static doc::Document render(const Output& output, const report::Scope& scope);
  /// Nothing is a target here: 0.
  static std::int64_t findings(const Output& output);
};

}  // namespace ae::forecast
