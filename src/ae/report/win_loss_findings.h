#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/base/fields.h"
#include "ae/report/loss_reasons.h"
#include "ae/report/win_loss_totals.h"
#include "ae/report/win_rate_breakdown.h"

namespace ae::report {

/// One thing that stands out, in plain words with its numbers and what to check next.
struct WinLossFinding {
  std::string code;
  std::optional<std::string> dimension;
  std::optional<std::string> value;
  std::int64_t count = 0;
  std::optional<Money> money;
  Message text;
  Message next;

  static constexpr auto fields() {
    using Self = WinLossFinding;
    return std::tuple{
        field("code", &Self::code,
              Text{"wins_more, wins_less, loss_group or slow_losses",
                   "wins_more、wins_less、loss_group 或 slow_losses"}),
        field("dimension", &Self::dimension,
              Text{"Field of the deals it is about; null: none", "所涉及的商机字段；null 表示无"}),
        field("value", &Self::value, Text{"Value of the field, or group of reasons", "字段取值或原因大类"}),
        field("count", &Self::count, Text{"Closed deals it rests on", "所依据的已关闭商机数"}),
        field(
            "money", &Self::money,
            Text{"Money at stake: for win rates |won − closed × win rate of the others| × average won "
                 "amount; for "
                 "reasons the lost amount",
                 "涉及金额：赢单率为 |赢单数 − 已关闭数 × 其他取值的赢单率| × 平均赢单金额；原因为丢单金额"}),
        field("text", &Self::text, Text{"The finding in words", "发现的文字说明"}),
        field("next", &Self::next, Text{"What to check next", "下一步核实什么"})};
  }
};

/// What the findings are made from.
struct WinLossEvidence {
  const WinLossFigures& overall;
  const ClosedDeals& deals;
  const std::vector<DimensionFigures>& by;
  const std::vector<LossGroupFigures>& groups;
};

/// Every dimension value with verdict better or worse, every group of reasons behind a tenth of the losses or
/// more (10 deals at least), and lost deals that take a quarter longer than won ones. Largest money first,
/// unknown money last.
std::vector<WinLossFinding> win_loss_findings(const WinLossEvidence& evidence, Figures& figures);

}  // namespace ae::report
