#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ae/report/report.h"
#include "ae/report/state_totals.h"

namespace ae::report {

struct ExportCurrency {
  std::optional<std::string> currency;  ///< null: amounts that no one named a currency for
  std::int64_t count = 0;
  std::optional<Money> amount;
  std::int64_t open_count = 0;
  std::optional<Money> open_amount;
  std::optional<Money> open_weighted;

  static constexpr auto fields() {
    return std::tuple{
        field("currency", &ExportCurrency::currency, Text{"ISO 4217 code", "ISO 4217 币种代码"}),
        field("count", &ExportCurrency::count, Text{"Deals, open and closed", "商机数（含已关闭）"}),
        field("amount", &ExportCurrency::amount, Text{"Sum of their known amounts", "其已知金额之和"}),
        field("open_count", &ExportCurrency::open_count, Text{"Open deals", "未结商机数"}),
        field("open_amount", &ExportCurrency::open_amount,
              Text{"Sum of the known amounts of open deals", "未结商机已知金额之和"}),
        field("open_weighted", &ExportCurrency::open_weighted,
              Text{"Sum of amount × the policy's probability of the stage", "金额 × 策略阶段概率之和"})};
  }
};

struct ExportStage {
  std::optional<std::string>
      stage;  ///< key of a stage of the method, else the name in the source; null: blank there
  std::int64_t count = 0;

  static constexpr auto fields() {
    return std::tuple{
        field("stage", &ExportStage::stage,
              Text{"Stage of the method, or the name in the source", "方法中的阶段，或来源文件中的名称"}),
        field("count", &ExportStage::count, Text{"Deals in it", "该阶段的商机数"})};
  }
};

struct ExportFigures {
  std::int64_t count = 0;
  std::int64_t open_count = 0;
  std::vector<ExportCurrency> by_currency;
  std::vector<ExportStage> by_stage;

  static constexpr auto fields() {
    return std::tuple{field("count", &ExportFigures::count, Text{"Deals that were read", "已读取的商机数"}),
                      field("open_count", &ExportFigures::open_count, Text{"Open deals", "未结商机数"}),
                      field("by_currency", &ExportFigures::by_currency,
                            Text{"Totals, each currency apart", "按币种的合计"}),
                      field("by_stage", &ExportFigures::by_stage,
                            Text{"Deals by stage, closed ones too", "按阶段的商机数（含已关闭）"})};
  }
};

/// The totals that stand over exported rows, so that whoever takes the rows can check that all are there.
struct ExportReport {
  static constexpr Info kInfo{
      .command = "export",
      .title = {"Export", "导出"},
      .question = {"What was read, row by row in canonical fields?", "读取到的内容：按规范字段逐行列出"},
      .keeps_rows = true};

  using Output = ExportFigures;

  struct Partial {
    StateTotals totals;
    EnumArray<Stage, std::int64_t> known{};
    std::map<std::string, std::int64_t> unknown;

    void add(const table::OpportunityChunk& chunk, const Scope& scope);
    void merge(const Partial& other);

    bool operator==(const Partial&) const = default;
    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
      archive(self.totals, self.known, self.unknown);
    }
  };

  static Result<Output> finalize(const Partial& partial, const Scope& scope, std::vector<Note>& notes);
  static doc::Document render(const Output& output, const Scope& scope);
  static std::int64_t findings(const Output& output);
};

}  // namespace ae::report
