#include "ae/report/group_breakdown.h"

#include <algorithm>

namespace ae::report {

void GroupBreakdown::add(const ChunkDeals& deals) {
  if (deals.chunk().has(field_)) groups_.add(deals, deals.chunk().text(field_));
}

GroupFigures GroupBreakdown::figures_of(const std::string& name, const KindSums& group, const Policy& policy,
                                        const std::optional<Money>& quota, Figures& figures) {
  GroupFigures row;
  if (!name.empty()) row.name = name;
  const DealSum open = group.open();
  const DealSum& won_in_period = group.won_in_period();
  const std::int64_t won = group.won().count;
  row.count = open.count;
  row.amount = figures.money(open.amount);
  row.weighted = figures.weighted(group.weighted(policy));
  row.won_in_period = figures.money_of(won_in_period.count, won_in_period.amount);
  row.quota = quota;
  row.attainment = ratio(row.won_in_period, quota);
  row.coverage = ratio(figures.money_of(open.count, open.amount), quota);
  row.win_rate = ratio(won, won + group.lost().count);
  return row;
}

void GroupBreakdown::sort(std::vector<GroupFigures>& rows) {
  std::stable_sort(rows.begin(), rows.end(), [](const GroupFigures& a, const GroupFigures& b) {
    if (a.amount && b.amount) return a.amount->minor > b.amount->minor;
    return a.amount.has_value() && !b.amount;
  });
}

}  // namespace ae::report
