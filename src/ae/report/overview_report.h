#pragma once

#include <vector>

#include "ae/report/pipeline_report.h"
#include "ae/report/win_loss_report.h"

namespace ae::report {

struct OverviewResult {
  PipelineResult pipeline;
  WinLossResult win_loss;

  static constexpr auto fields() {
    return std::tuple{field("pipeline", &OverviewResult::pipeline,
                            Text{"What the pipeline report says", "商机库报告的内容"}),
                      field("win_loss", &OverviewResult::win_loss,
                            Text{"What the win/loss report says", "赢单/丢单分析的内容"})};
  }
};

/// The pipeline report and the win/loss report together, from one pass over the deals: for files so large
/// that reading them twice would be felt, and for whoever wants one answer. Every figure is that of its own
/// report.
struct OverviewReport {
  static inline const Info kInfo{.command = "overview",
                                 .title = {"Overview", "总览"},
                                 .question = {"Where does the pipeline stand, and what do closed deals tell?",
                                              "商机库现状如何，已关闭商机说明了什么？"},
                                 .grouped = true,
                                 .texts = PipelineReport::kInfo.texts | WinLossReport::kInfo.texts};

  using Output = OverviewResult;

  struct Partial {
    PipelineReport::Partial pipeline;
    WinLossReport::Partial win_loss;

    void add(const table::OpportunityChunk& chunk, const Scope& scope);
    void merge(const Partial& other);

    bool operator==(const Partial&) const = default;
    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
      archive(self.pipeline, self.win_loss);
    }
  };

  static Result<Output> finalize(const Partial& partial, const Scope& scope, std::vector<Note>& notes);
  /// The sections of the pipeline report, then those of the win/loss report.
  static doc::Document render(const Output& output, const Scope& scope);
  /// Those of both.
  static std::int64_t findings(const Output& output);
};

}  // namespace ae::report
