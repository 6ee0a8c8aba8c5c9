#include "ae/report/date_checks.h"

#include "ae/report/chunk_deals.h"
#include "ae/report/labels.h"

namespace ae::report {

void DateChecks::add(const ChunkDeals& deals) {
  const std::vector<Date>& created = deals.chunk().dates(OpportunityField::kCreatedDate);
  const std::vector<Date>& closed = deals.chunk().dates(OpportunityField::kClosedDate);
  const Date as_of = deals.scope().as_of;
  const std::vector<DealState>& state = deals.chunk().state;
  const Date none;
  // Every row of every column: no branch depends on a deal.
  std::int32_t after = 0, created_after = 0, before = 0, without = 0;
  for (std::size_t row = 0; row < state.size(); ++row) {
    const int is_closed =
        static_cast<int>(state[row] == DealState::kWon) | static_cast<int>(state[row] == DealState::kLost);
    const int is_dated = static_cast<int>(closed[row] != none);
    created_after += static_cast<int>(created[row] > as_of);
    after += is_closed & static_cast<int>(closed[row] > as_of);
    before += is_closed & is_dated & static_cast<int>(closed[row] < created[row]);
    without += static_cast<int>(state[row] == DealState::kWon) & (is_dated ^ 1);
  }
  created_after_as_of += created_after;
  closed_after_as_of += after;
  closed_before_created += before;
  closed_without_date += without;
}

void DateChecks::merge(const DateChecks& other) {
  closed_after_as_of += other.closed_after_as_of;
  created_after_as_of += other.created_after_as_of;
  closed_before_created += other.closed_before_created;
  closed_without_date += other.closed_without_date;
}

void DateChecks::notes(std::vector<Note>& notes) const {
  const auto say = [&](std::string_view code, std::int64_t count, Text text) {
    if (count > 0)
      notes.push_back({std::string(code), Severity::kWarning, Message{text}.with("deals", deals(count)), {}});
  };
  say("closed_after_as_of", closed_after_as_of,
      Text{"{deals} closed after the as-of date: counted as closed, but not as won in the period",
           "{deals}的关闭日期晚于基准日：计为已关闭，但不计入本期赢单"});
  say("created_after_as_of", created_after_as_of,
      Text{"{deals} created after the as-of date: counted, but not in mean ages",
           "{deals}的创建日期晚于基准日：计入，但不计入平均年龄"});
  say("closed_before_created", closed_before_created,
      Text{"{deals} closed before being created: the cycle is left out",
           "{deals}的关闭日期早于创建日期：其周期不计入"});
  say("closed_without_date", closed_without_date,
      Text{"{deals} won without a close date: counted as won, but in no period",
           "{deals}已赢单但没有关闭日期：不计入任何期间的赢单"});
}

}  // namespace ae::report
