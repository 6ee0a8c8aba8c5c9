#include "ae/report/date_checks.h"

#include "ae/base/vectors.h"
#include "ae/report/chunk_deals.h"
#include "ae/report/labels.h"

namespace ae::report {

namespace {

/// Every row of every column: no branch depends on a deal.
AE_FOR_WIDE_VECTORS DateChecks checked(const table::OpportunityChunk& chunk, std::int32_t as_of) {
  const Date* const created = chunk.dates(OpportunityField::kCreatedDate).data();
  const Date* const closed = chunk.dates(OpportunityField::kClosedDate).data();
  const DealState* const states = chunk.state.data();
  const std::int32_t none = Date().days_since_1970();
  std::int32_t after = 0, created_after = 0, before = 0, without = 0;
  for (std::size_t row = 0, rows = chunk.rows(); row < rows; ++row) {
    const std::int32_t begin = created[row].days_since_1970();
    const std::int32_t end = closed[row].days_since_1970();
    const int is_won = static_cast<int>(states[row] == DealState::kWon);
    const int is_closed = is_won | static_cast<int>(states[row] == DealState::kLost);
    const int is_dated = static_cast<int>(end != none);
    created_after += static_cast<int>(begin > as_of);
    after += is_closed & static_cast<int>(end > as_of);
    before += is_closed & is_dated & static_cast<int>(end < begin);
    without += is_won & (is_dated ^ 1);
  }
  return {after, created_after, before, without};
}

}  // namespace

void DateChecks::add(const ChunkDeals& deals) {
  merge(checked(deals.chunk(), deals.scope().as_of.days_since_1970()));
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
