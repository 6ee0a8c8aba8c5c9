#include "ae/app/monthly_facts.h"

#include <algorithm>
#include <set>

#include "ae/app/coaching_cases.h"
#include "ae/forecast/backtest_document.h"
#include "ae/forecast/backtest_report.h"
#include "ae/report/coverage_document.h"
#include "ae/report/fold.h"
#include "ae/report/hygiene_report.h"
#include "ae/report/outcome_totals.h"
#include "ae/report/win_loss_report.h"

namespace ae::app {
namespace {

using method::MonthlyReview;
using method::ReviewFinding;
using method::ReviewItem;
using report::CoverageStatus;

constexpr std::size_t kGroupsShown = 6;
constexpr std::int64_t kMuchBias = Ratio::kOne / 10;  // a forecast a tenth too high or too low

/// The percentage of a share, with one decimal: "12.5".
std::string percent(Ratio share) {
  return to_decimal(static_cast<std::int64_t>(divide_half_even(share.units(), 10)), 1);
}
std::string multiple(Ratio ratio) {
  return to_decimal(static_cast<std::int64_t>(divide_half_even(ratio.units(), 100)), 2);
}

/// Makes the items one after the other.
class Maker {
 public:
  Maker(const Loaded& loaded, unsigned threads, std::vector<Note>& notes)
      : table_(loaded.reading.table),
        scope_(loaded.scope),
        loaded_(loaded),
        threads_(threads),
        notes_(notes) {}

  Result<MonthlyReview> make() {
    AE_TRY_VOID(add_win_loss());
    AE_TRY_VOID(add_coverage());
    AE_TRY_VOID(add_accuracy());
    AE_TRY_VOID(add_coaching());
    return std::move(review_);
  }

 private:
  template <report::Report R>
  Result<typename R::Output> output_of() {
    std::vector<Note> said;
    AE_TRY(typename R::Output output, R::finalize(report::fold<R>(table_, scope_, threads_), scope_, said));
    // Several reports say the same of the same rows: once is enough.
    for (Note& note : said) {
      const bool is_said = std::any_of(notes_.begin(), notes_.end(), [&](const Note& each) {
        return each.code == note.code && each.text == note.text;
      });
      if (!is_said) notes_.push_back(std::move(note));
    }
    return output;
  }

  ReviewItem& begin(MonthlyItem item) {
    review_.blocks.emplace_back();
    ReviewItem& begun = review_.items.emplace_back();
    begun.item = key(item);
    begun.text = name(item);
    return begun;
  }
  std::vector<doc::Block>& blocks() { return review_.blocks.back(); }

  static ReviewFinding finding(std::string rule, Message text, const std::optional<Money>& amount = {}) {
    ReviewFinding found;
    found.rule = std::move(rule);
    found.text = std::move(text);
    found.amount = amount;
    if (amount && !amount->currency.is_none()) found.currency = amount->currency.code();
    return found;
  }

  Result<void> add_win_loss() {
    AE_TRY(const report::WinLossResult result, output_of<report::WinLossReport>());
    ReviewItem& item = begin(MonthlyItem::kWinLossReasons);
    if (result.overall.closed() == 0) {
      item.lacks.push_back(Text{"The files hold no closed deals: name one that does with --history FILE",
                                "文件中没有已关闭商机：请用 --history 文件 提供"});
      return {};
    }
    for (const report::WinLossFinding& each : result.findings) {
      ReviewFinding found = finding(each.code,
                                    Message{Text{"{text}. {next}.", "{text}。{next}。"}}
                                        .with("text", each.text)
                                        .with("next", each.next),
                                    each.money);
      found.name = each.value;
      found.is_good = each.code == "wins_more";
      item.findings.push_back(std::move(found));
    }
    blocks().emplace_back(rate_figures(result));
    if (!table_.has(OpportunityField::kLossReason)) {
      item.lacks.push_back(Text{"Not analysed: why deals are lost (the file has no column “Loss reason”)",
                                "未分析：丢单原因（文件没有“丢单原因”列）"});
      item.not_checked.emplace_back("loss_reason_missing");
    } else {
      add_unexplained(item);
      if (!result.loss_groups.empty()) blocks().emplace_back(group_table(result));
    }
    item.findings_total = std::ssize(item.findings);
    return {};
  }

  static doc::KeyFigures rate_figures(const report::WinLossResult& result) {
    const report::WinLossFigures& all = result.overall;
    doc::KeyFigures figures;
    figures.figures.push_back({Text{"Win rate", "赢单率"},
                               doc::cell(doc::percent(all.win_rate)),
                               Message{Text{"{won} won, {lost} lost; 95 %: {low} to {high} %",
                                            "赢 {won}，丢 {lost}；95% 区间：{low}% 至 {high}%"}}
                                   .with("won", all.won)
                                   .with("lost", all.lost)
                                   .with("low", percent(*all.win_rate_low))
                                   .with("high", percent(*all.win_rate_high)),
                               {}});
    figures.figures.push_back(
        {Text{"Average won amount", "平均赢单金额"}, doc::cell(all.average_won_amount), {}, {}});
    figures.figures.push_back({Text{"Lost amount", "丢单金额"}, doc::cell(all.lost_amount), {}, {}});
    return figures;
  }

  static doc::Table group_table(const report::WinLossResult& result) {
    doc::Table table;
    table.columns = {{Text{"Why deals were lost", "丢单原因"}, {}},
                     {Text{"Deals", "商机数"}, {}},
                     {Text{"Share", "占比"}, {}},
                     {Text{"Amount", "金额"}, {}}};
    for (const report::LossGroupFigures& group : result.loss_groups) {
      if (table.rows.size() == kGroupsShown) break;
      const LossGroup* known = group.group ? find_loss_group(*group.group) : nullptr;
      const Message label =
          known != nullptr ? Message(known->name) : Message(Text{"(no group)", "（未归类）"});
      table.rows.push_back({doc::Value(label), doc::Value(doc::Count{group.count}),
                            doc::cell(doc::percent(group.share)), doc::cell(group.amount)});
    }
    return table;
  }

  /// Deals lost in the period without a reason.
  void add_unexplained(ReviewItem& item) {
    struct Lost {
      ReviewFinding finding;
      std::int64_t minor;
    };
    std::vector<Lost> lost;
    MoneySum sum;
    for (const table::OpportunityChunk& chunk : table_.chunks) {
      for (std::size_t row = 0; row < chunk.rows(); ++row) {
        if (!is_unexplained(chunk, row)) continue;
        const auto words = [&](OpportunityField field) {
          const std::string_view text = chunk.text(field).at(row);
          return text.empty() ? std::nullopt : std::optional(std::string(text));
        };
        const std::int64_t minor = chunk.amount[row];
        const bool has_amount = report::has_amount(chunk, row);
        if (has_amount) sum.add(chunk.currency[row], minor);
        ReviewFinding found =
            finding("loss_reason_missing",
                    Message{Text{"lost {date} without a reason", "{date} 丢单，未填原因"}}.with(
                        "date", chunk.dates(OpportunityField::kClosedDate)[row].iso()),
                    has_amount ? std::optional(Money{minor, chunk.currency[row]}) : std::nullopt);
        found.id = words(OpportunityField::kId);
        found.name = words(OpportunityField::kName);
        found.owner = words(OpportunityField::kOwner);
        found.stage = key(Stage::kClosedLost);
        found.deal = lost.size();
        lost.push_back({std::move(found), minor});
      }
    }
    std::stable_sort(lost.begin(), lost.end(),
                     [](const Lost& one, const Lost& other) { return one.minor > other.minor; });
    for (Lost& each : lost) item.findings.push_back(std::move(each.finding));
    item.deals = std::ssize(lost);
    report::Figures figures(scope_.currency);
    item.amount = figures.money(sum);
  }

  bool is_unexplained(const table::OpportunityChunk& chunk, std::size_t row) const {
    const Date closed = chunk.dates(OpportunityField::kClosedDate)[row];
    return chunk.state[row] == DealState::kLost && chunk.has(OpportunityField::kLossReason) &&
           chunk.text(OpportunityField::kLossReason).at(row).empty() && scope_.period.contains(closed) &&
           closed <= scope_.as_of;
  }

  Result<void> add_coverage() {
    AE_TRY(const report::CoverageFigures coverage, output_of<report::CoverageReport>());
    ReviewItem& item = begin(MonthlyItem::kPipelineCoverage);
    blocks() = report::coverage_section(coverage).blocks;
    if (!coverage.quota) {
      item.not_checked.emplace_back("coverage_below");
      return {};
    }
    if (coverage.status == CoverageStatus::kBelow) {
      item.findings.push_back(
          finding("coverage_below",
                  Message{Text{"Total coverage is {coverage}×, the least on target {target}×",
                               "总覆盖度 {coverage}×，达标下限 {target}×"}}
                      .with("coverage", multiple(*coverage.total))
                      .with("target", multiple(coverage.target_low)),
                  missing_to(*coverage.quota, coverage.target_low, coverage.open_amount)));
    }
    for (const report::CategoryCoverage& row : coverage.by_category) {
      if (row.status != CoverageStatus::kBelow) continue;
      ReviewFinding found =
          finding("category_below",
                  Message{Text{"{category} or better covers {multiple}× of the quota, the minimum is "
                               "{minimum}×",
                               "{category}及以上为配额的 {multiple}×，下限 {minimum}×"}}
                      .with("category", Message(name(row.category)))
                      .with("multiple", row.multiple ? multiple(*row.multiple) : std::string("0.00"))
                      .with("minimum", multiple(row.minimum)),
                  missing_to(*coverage.quota, row.minimum, row.amount_or_better));
      found.name = key(row.category);
      item.findings.push_back(std::move(found));
    }
    AE_TRY_VOID(add_owner_coverage(item, coverage.target_low));
    item.findings_total = std::ssize(item.findings);
    return {};
  }

  static std::optional<Money> missing_to(const Money& quota, Ratio target,
                                         const std::optional<Money>& amount) {
    const Int128 wanted = divide_half_even(Int128{quota.minor} * target.units(), Ratio::kOne);
    const auto minor = narrow(wanted - (amount ? amount->minor : 0));
    return minor ? std::optional(Money{*minor, quota.currency}) : std::nullopt;
  }

  Result<void> add_owner_coverage(ReviewItem& item, Ratio target) {
    report::OutcomeTotals totals;
    for (const table::OpportunityChunk& chunk : table_.chunks) totals.add(chunk, scope_);
    report::Figures figures(scope_.currency);
    for (const auto& [owner, sums] : totals.by_owner()) {
      const std::optional<Money> quota = scope_.owner_quota(owner);
      const Outcome outcome = report::OutcomeTotals::outcome(sums, quota, figures);
      if (owner.empty() || !outcome.pipeline_coverage || *outcome.pipeline_coverage >= target) continue;
      const std::optional<Money> open = figures.money_of(sums.open.count, sums.open.amount);
      ReviewFinding found =
          finding("owner_coverage_below",
                  Message{Text{"{owner} has {coverage}× of the own quota open, {target}× is on target",
                               "{owner} 的未结商机为个人配额的 {coverage}×，达标为 {target}×"}}
                      .with("owner", owner)
                      .with("coverage", multiple(*outcome.pipeline_coverage))
                      .with("target", multiple(target)),
                  missing_to(*quota, target, open));
      found.owner = owner;
      item.findings.push_back(std::move(found));
    }
    AE_TRY_VOID(figures.check());
    return {};
  }

  Result<void> add_accuracy() {
    AE_TRY(const forecast::BacktestResult result, output_of<forecast::BacktestReport>());
    ReviewItem& item = begin(MonthlyItem::kForecastAccuracy);
    if (result.points.empty()) {
      item.lacks.push_back(
          Text{"Nothing to look back on: it takes closed deals with dates over at least one full quarter, in "
               "--data or "
               "--history FILE",
               "无可回顾：须有至少一个完整季度的已关闭商机及其日期，可在 --data 或 --history 文件中提供"});
      return {};
    }
    for (const forecast::MethodFigures& row : result.methods) {
      review_.accuracy.push_back(
          {std::string(key(row.method)), row.wape, row.wape_at_start, row.bias, row.points});
      add_bias(item, row);
    }
    if (const auto best = best_words(result)) blocks().emplace_back(*best);
    for (doc::Block& block : forecast::methods_section(result.methods, false, result.rows).blocks)
      blocks().push_back(std::move(block));
    item.findings_total = std::ssize(item.findings);
    return {};
  }

  void add_bias(ReviewItem& item, const forecast::MethodFigures& row) {
    // A file keeps no past close dates, without which these two look worse than they were.
    const bool is_known = row.method != forecast::ForecastMethod::kCategories &&
                          row.method != forecast::ForecastMethod::kStageWeighted;
    if (!is_known) return;
    if (!row.bias || std::abs(row.bias->units()) <= kMuchBias) return;
    const Text words = row.bias->units() > 0 ? Text{"{method}: {bias} % too high over {points} past days",
                                                    "{method}：在 {points} 个历史时点上偏高 {bias}%"}
                                             : Text{"{method}: {bias} % too low over {points} past days",
                                                    "{method}：在 {points} 个历史时点上偏低 {bias}%"};
    ReviewFinding found =
        finding("forecast_bias", Message{words}
                                     .with("method", Message(name(row.method)))
                                     .with("bias", percent(Ratio::of_units(std::abs(row.bias->units()))))
                                     .with("points", row.points));
    found.name = key(row.method);
    item.findings.push_back(std::move(found));
  }

  /// The least miss of those that had a forecast on most days.
  static std::optional<doc::Paragraph> best_words(const forecast::BacktestResult& result) {
    const forecast::MethodFigures* best = nullptr;
    for (const forecast::MethodFigures& row : result.methods) {
      const bool is_known = row.wape && 2 * row.points > std::ssize(result.points);
      if (is_known && (best == nullptr || *row.wape < *best->wape)) best = &row;
    }
    if (best == nullptr) return std::nullopt;
    return doc::Paragraph{
        Message{
            Text{"{method} missed least: by {wape} % over {points} of {all} past days. Hold the calls of the "
                 "team "
                 "against it.",
                 "{method}偏差最小：{all} 个历史时点中的 {points} 个上为 {wape}%。请以它对照团队的预测。"}}
            .with("method", Message(name(best->method)))
            .with("wape", percent(*best->wape))
            .with("points", best->points)
            .with("all", std::ssize(result.points)),
        doc::Mood::kGood};
  }

  Result<void> add_coaching() {
    std::vector<Note> said_weekly;  // which rules lack a column
    AE_TRY(const report::HygieneResult hygiene,
           report::HygieneReport::finalize(report::fold<report::HygieneReport>(table_, scope_, threads_),
                                           scope_, said_weekly));
    ReviewItem& item = begin(MonthlyItem::kCoaching);
    if (!table_.has(OpportunityField::kOwner)) {
      item.lacks.push_back(Text{"The file has no column “Owner”: nobody can be told from another",
                                "文件没有“负责人”列：无法区分个人"});
      return {};
    }
    review_.coaching = method::coaching(coaching_cases(loaded_, hygiene.won_cycle_limit_days),
                                        scope_.currency.value_or(Currency{}));
    for (const method::CoachingFigures& row : review_.coaching) {
      if (!row.text) continue;
      ReviewFinding found = finding(std::string(key(row.metric)), *row.text);
      found.owner = row.owner;
      if (row.stage) found.stage = key(*row.stage);
      found.is_good = row.verdict == method::CoachingVerdict::kBetter;
      item.findings.push_back(std::move(found));
    }
    if (item.findings.empty()) {
      blocks().emplace_back(
          doc::Paragraph{Text{"Nobody differs from the others by more than chance explains.",
                              "没有人与其他人的差异超出偶然范围。"}});
    }
    for (doc::Block& block : method::coaching_blocks(review_.coaching)) blocks().push_back(std::move(block));
    add_absent(item);
    item.findings_total = std::ssize(item.findings);
    return {};
  }

  /// Metrics that the files have no column for.
  void add_absent(ReviewItem& item) const {
    using enum OpportunityField;
    const auto lack = [&](OpportunityField field, method::CoachingMetric metric) {
      if (table_.has(field)) return;
      item.not_checked.emplace_back(key(metric));
      item.lacks.push_back(Message{Text{"Not compared: {metric} (the file has no column “{column}”)",
                                        "未比较：{metric}（文件没有“{column}”列）"}}
                               .with("metric", Message(name(metric)))
                               .with("column", Message(name(field))));
    };
    lack(kCreatedDate, method::CoachingMetric::kCycleDays);
    lack(kAmount, method::CoachingMetric::kWonAmount);
    lack(kDiscount, method::CoachingMetric::kDiscount);
    lack(kPushes, method::CoachingMetric::kPushes);
    const bool converts = std::any_of(
        review_.coaching.begin(), review_.coaching.end(),
        [](const method::CoachingFigures& row) { return row.metric == method::CoachingMetric::kConversion; });
    if (converts) return;
    item.not_checked.emplace_back(key(method::CoachingMetric::kConversion));
    item.lacks.push_back(
        Text{"Not compared: conversion by stage (the file does not keep the stage that deals were lost from)",
             "未比较：各阶段转化率（文件未保留丢单前所处的阶段）"});
  }

  const table::OpportunityTable& table_;
  const report::Scope& scope_;
  const Loaded& loaded_;
  unsigned threads_;
  std::vector<Note>& notes_;
  MonthlyReview review_;
};

}  // namespace

Result<MonthlyReview> monthly_facts(const Loaded& loaded, unsigned threads, std::vector<Note>& notes) {
  return Maker(loaded, threads, notes).make();
}

}  // namespace ae::app
