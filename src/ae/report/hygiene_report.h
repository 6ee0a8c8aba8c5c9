#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ae/domain/hygiene_rule.h"
#include "ae/report/chunk_deals.h"
#include "ae/report/figures.h"
#include "ae/report/first_few.h"
#include "ae/report/hygiene_checks.h"
#include "ae/report/report.h"
#include "ae/report/rows.h"
#include "ae/report/sums_by_age.h"

namespace ae::report {

struct HygieneFigures {
  HygieneRule rule = HygieneRule::kCloseDatePast;
  Severity severity = Severity::kInfo;
  std::optional<std::int64_t> count;  ///< null: a column that the rule needs is absent
  std::optional<Money> amount;

  static constexpr auto fields() {
    return std::tuple{
        field("rule", &HygieneFigures::rule, Text{"Stable name of the rule", "规则名称"}),
        field(
            "severity", &HygieneFigures::severity,
            Text{"warning when it finds something to do, else info", "有待处理事项为 warning，否则为 info"}),
        field("count", &HygieneFigures::count,
              Text{"Open deals that the rule finds", "规则命中的未结商机数"}),
        field("amount", &HygieneFigures::amount, Text{"Sum of their known amounts", "其已知金额之和"})};
  }
};

/// An open deal that has been in its stage for longer than the policy allows.
struct AgeingDeal {
  std::optional<std::string> id;
  std::optional<std::string> name;
  Stage stage = Stage::kUnknown;
  std::int64_t days_in_stage = 0;
  std::int64_t limit_days = 0;
  std::optional<Money> amount;
  std::optional<std::string> currency;

  static constexpr auto fields() {
    return std::tuple{
        field("id", &AgeingDeal::id, Text{"Id in the source", "来源文件中的编号"}),
        field("name", &AgeingDeal::name, Text{"Name of the deal", "商机名称"}),
        field("stage", &AgeingDeal::stage, Text{"Stage of the method", "方法中的阶段"}),
        field("days_in_stage", &AgeingDeal::days_in_stage,
              Text{"Days from entering the stage to the as-of date", "进入该阶段至基准日的天数"}),
        field("limit_days", &AgeingDeal::limit_days,
              Text{"The policy's limit for the stage", "策略对该阶段的时限"}),
        field("amount", &AgeingDeal::amount, Text{"Amount of the deal", "商机金额"}),
        field("currency", &AgeingDeal::currency,
              Text{"Currency of the amount; null: nobody named one", "金额的币种；未指明则为空"})};
  }
};

struct AgeingTotal {
  std::int64_t count = 0;
  std::optional<Money> amount;

  static constexpr auto fields() {
    return std::tuple{
        field("count", &AgeingTotal::count,
              Text{"All deals beyond their stage's limit", "超过阶段时限的全部商机数"}),
        field("amount", &AgeingTotal::amount, Text{"Sum of their known amounts", "其已知金额之和"})};
  }
};

struct HygieneResult {
  std::vector<HygieneFigures> hygiene;
  std::vector<AgeingDeal> ageing;  ///< the 100 largest by amount
  AgeingTotal ageing_total;

  // For --explain and labels; not part of the JSON.
  std::int64_t rows = 0, open_count = 0;
  std::optional<std::int64_t> won_cycle_limit_days;

  static constexpr auto fields() {
    return std::tuple{
        field("hygiene", &HygieneResult::hygiene,
              Text{"The weekly review's checks, with counts and money", "每周复盘检查项的数量与金额"}),
        field("ageing", &HygieneResult::ageing,
              Text{"The 100 largest deals beyond their stage's limit",
                   "超过阶段时限的商机中金额最大的 100 个"}),
        field("ageing_total", &HygieneResult::ageing_total,
              Text{"All deals beyond their stage's limit", "超过阶段时限的全部商机"})};
  }
};

struct HygieneReport {
  static constexpr Info kInfo{.command = "hygiene",
                              .title = {"Pipeline hygiene", "商机库卫生"},
                              .question = {"Which deals need attention this week?", "本周哪些商机需要处理？"},
                              .texts = table::fields_of({OpportunityField::kId, OpportunityField::kName,
                                                         OpportunityField::kNextStep})};

  using Output = HygieneResult;
  static constexpr std::size_t kAgeingShown = 100;

  class Partial {
   public:
    void add(const table::OpportunityChunk& chunk, const Scope& scope);
    void add(const ChunkDeals& deals);
    void merge(const Partial& other);
    HygieneResult figures(const Scope& scope, Figures& figures, std::vector<Note>& notes) const;
    const DateChecks& dates() const { return dates_; }
    /// Days from creation to close of won deals.
    const NumberCounts& won_cycles() const { return won_cycles_; }

    bool operator==(const Partial&) const = default;
    template <typename Self, typename Archive>
    static void members(Self& self, Archive& archive) {
      archive(self.rows_, self.open_, self.rules_, self.ages_, self.won_cycles_, self.ageing_, self.dates_);
    }

   private:
    struct Rule {
      std::uint8_t applies = 0;  ///< 1 when some source has the columns that the rule needs
      DealSum found;

      bool operator==(const Rule&) const = default;
      template <typename Self, typename Archive>
      static void members(Self& self, Archive& archive) {
        archive(self.applies, self.found);
      }
    };
    /// A deal as the ageing list needs it; ordered by what the list is ordered by, then by place, so that
    /// ties are stable.
    struct Aged {
      std::int64_t amount = table::kNoAmount;
      Currency currency;
      std::string id;
      std::string name;
      std::uint32_t source = 0;
      std::int64_t line = 0;
      Stage stage = Stage::kUnknown;
      std::int64_t days = 0;

      bool before(const Aged& other) const;
      bool operator==(const Aged&) const = default;
      template <typename Self, typename Archive>
      static void members(Self& self, Archive& archive) {
        archive(self.amount, self.currency, self.id, self.name, self.source, self.line, self.stage,
                self.days);
      }
    };

    void add_overdue(const ChunkDeals& deals, const HygieneChecks& checks);
    std::optional<std::int64_t> won_cycle_limit(const Policy& policy) const;
    Rule older_than(const std::optional<std::int64_t>& limit_days) const;
    std::vector<AgeingDeal> ageing_deals(const Policy& policy) const;

    std::int64_t rows_ = 0;
    std::int64_t open_ = 0;
    EnumArray<HygieneRule, Rule> rules_;
    SumsByAge ages_;
    NumberCounts won_cycles_;
    FirstFew<Aged, kAgeingShown> ageing_;
    DateChecks dates_;
  };

  static Result<Output> finalize(const Partial& partial, const Scope& scope, std::vector<Note>& notes);
  static doc::Document render(const Output& output, const Scope& scope);
  static std::int64_t findings(const Output& output);
};

}  // namespace ae::report
