#include "ae/report/win_loss_findings.h"

#include <algorithm>

namespace ae::report {
namespace {

constexpr std::int64_t kFewestInGroup = 10;

std::string percent(const std::optional<Ratio>& ratio) {
  return ratio ? to_decimal(ratio->units(), 2) + " %" : std::string("–");
}

/// |won − closed × others' rate| × average won amount, as one exact quotient.
std::optional<Money> money_of(const DimensionFigures& row, const ClosedDeals& all, Figures& figures) {
  const std::optional<Int128> amount = figures.exact(all.won.amount);
  if (!amount || row.others_closed == 0) return std::nullopt;
  Int128 surplus = Int128{row.won} * row.others_closed - Int128{row.closed()} * row.others_won;
  if (surplus < 0) surplus = -surplus;
  return figures.money(product({surplus, *amount}), product({row.others_closed, all.won.with_amount}));
}

WinLossFinding of_value(const DimensionFigures& row, const ClosedDeals& all, Figures& figures) {
  const bool better = row.verdict == WinRateVerdict::kBetter;
  WinLossFinding finding;
  finding.code = better ? "wins_more" : "wins_less";
  finding.dimension = key(row.dimension);
  finding.value = row.value;
  finding.count = row.closed();
  finding.money = money_of(row, all, figures);
  const Text words =
      better ? Text{"{dimension} {value} wins {rate} of {closed} closed deals, the others {others}",
                    "{dimension}“{value}”在 {closed} 个已关闭商机中赢单率为 {rate}，其他为 {others}"}
             : Text{"{dimension} {value} wins only {rate} of {closed} closed deals, the others {others}",
                    "{dimension}“{value}”在 {closed} 个已关闭商机中赢单率仅 {rate}，其他为 {others}"};
  finding.text = Message{words}
                     .with("dimension", Message{name(row.dimension)})
                     .with("value", row.words)
                     .with("rate", percent(row.win_rate))
                     .with("closed", row.closed())
                     .with("others", percent(ratio(row.others_won, row.others_closed)));
  finding.next =
      better ? Text{"Find out what is done differently there, and whether the mix of deals explains it",
                    "了解那里的做法有何不同，以及是否由商机构成造成"}
             : Text{"Read the lost deals one by one: same reasons, same stage, same competitor?",
                    "逐个复盘丢单：原因、阶段、竞争对手是否相同？"};
  return finding;
}

std::optional<WinLossFinding> of_group(const LossGroupFigures& row, std::int64_t lost) {
  const LossGroup* group = row.group ? find_loss_group(*row.group) : nullptr;
  if (group == nullptr || row.count < kFewestInGroup || row.count * 10 < lost) return std::nullopt;
  WinLossFinding finding;
  finding.code = "loss_group";
  finding.value = group->key;
  finding.count = row.count;
  finding.money = row.amount;
  finding.text = Message{Text{"{count} of {lost} lost deals ({share}) were lost for: {group}",
                              "{lost} 个丢单中有 {count} 个（{share}）的原因是：{group}"}}
                     .with("count", row.count)
                     .with("lost", lost)
                     .with("share", percent(row.share))
                     .with("group", Message{group->name});
  finding.next = group->next;
  return finding;
}

std::optional<WinLossFinding> of_cycle(const WinLossFigures& overall) {
  if (!overall.median_cycle_days_won || !overall.median_cycle_days_lost) return std::nullopt;
  if (overall.won < kFewestClosed || overall.lost < kFewestClosed) return std::nullopt;
  const std::int64_t won = overall.median_cycle_days_won->units();
  const std::int64_t lost = overall.median_cycle_days_lost->units();
  if (lost * 4 <= won * 5) return std::nullopt;
  WinLossFinding finding;
  finding.code = "slow_losses";
  finding.count = overall.closed();
  finding.money = overall.lost_amount;
  finding.text =
      Message{
          Text{"Half of the lost deals took {lost} days or more; half of the won ones closed within {won}",
               "半数丢单耗时 {lost} 天或更久；半数赢单在 {won} 天内成交"}}
          .with("lost", overall.median_cycle_days_lost->str())
          .with("won", overall.median_cycle_days_won->str());
  finding.next = Text{"Qualify out sooner: review open deals that are older than the won cycle (ae hygiene)",
                      "更早淘汰：检查年龄超过赢单周期的未结商机（ae hygiene）"};
  return finding;
}

}  // namespace

std::vector<WinLossFinding> win_loss_findings(const WinLossEvidence& evidence, Figures& figures) {
  std::vector<WinLossFinding> findings;
  for (const DimensionFigures& row : evidence.by) {
    if (row.verdict == WinRateVerdict::kBetter || row.verdict == WinRateVerdict::kWorse)
      findings.push_back(of_value(row, evidence.deals, figures));
  }
  for (const LossGroupFigures& row : evidence.groups) {
    if (auto finding = of_group(row, evidence.overall.lost)) findings.push_back(std::move(*finding));
  }
  if (auto finding = of_cycle(evidence.overall)) findings.push_back(std::move(*finding));
  std::stable_sort(findings.begin(), findings.end(), [](const WinLossFinding& a, const WinLossFinding& b) {
    if (a.money && b.money) return a.money->minor > b.money->minor;
    return a.money.has_value() && !b.money;
  });
  return findings;
}

}  // namespace ae::report
