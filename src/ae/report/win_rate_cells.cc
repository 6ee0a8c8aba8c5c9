#include "ae/report/win_rate_cells.h"

namespace ae::report {

doc::Cell verdict_cell(WinRateVerdict verdict) {
  const doc::Mood mood = verdict == WinRateVerdict::kBetter  ? doc::Mood::kGood
                         : verdict == WinRateVerdict::kWorse ? doc::Mood::kBad
                                                             : doc::Mood::kNeutral;
  return {doc::Value(Message(name(verdict))), mood};
}

doc::BarChart rate_chart() {
  return {Text{"Win rate", "赢单率"}, Text{"Lower end of the 95 % interval", "95% 区间下限"}, {}};
}

doc::Bar rate_bar(Message label, const WinRateFigures& row) {
  doc::Bar bar{std::move(label), doc::cell(doc::percent(row.win_rate)), 0, 0};
  if (row.win_rate) bar.length = row.win_rate->as_double();
  if (row.win_rate_low) bar.solid = row.win_rate_low->as_double();
  return bar;
}

}  // namespace ae::report
