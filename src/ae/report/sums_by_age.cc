#include "ae/report/sums_by_age.h"

namespace ae::report {

void SumsByAge::add(const ChunkDeals& deals) {
  const table::OpportunityChunk& chunk = deals.chunk();
  const Date* const created = chunk.dates(OpportunityField::kCreatedDate).data();
  const Date as_of = deals.scope().as_of;
  PlainSum* plain = nullptr;
  if (deals.adds_plainly()) {
    plain_.expect(kYoung, chunk.currency.front(), chunk.rows(),
                  [&](std::size_t days, const DealSum& sum) { add_young(days, sum); });
    plain = plain_.data();
  }
  for (const std::uint32_t row : deals.open()) {
    if (created[row].is_none() || created[row] > as_of) continue;
    const std::int64_t days = as_of - created[row];
    if (plain != nullptr && days < kYoung) {
      plain[days].add(deals.plain()[row]);
    } else {
      of_age(days).add(chunk, row);
    }
  }
}

DealSum& SumsByAge::of_age(std::int64_t days) {
  if (days >= kYoung) return older_[days];
  const auto age = static_cast<std::size_t>(days);
  if (age >= young_.size()) young_.resize(age + 1);
  return young_[age];
}

void SumsByAge::add_young(std::size_t days, const DealSum& deals) const {
  if (days >= young_.size()) young_.resize(days + 1);
  young_[days].merge(deals);
}

void SumsByAge::settle() const {
  plain_.settle([&](std::size_t days, const DealSum& sum) { add_young(days, sum); });
}

void SumsByAge::merge(const SumsByAge& other) {
  other.settle();
  for (std::size_t days = 0; days < other.young_.size(); ++days) {
    if (other.young_[days].count > 0) add_young(days, other.young_[days]);
  }
  for (const auto& [days, deals] : other.older_) older_[days].merge(deals);
}

DealSum SumsByAge::older_than(std::int64_t days) const {
  settle();
  DealSum sum;
  for (auto age = days + 1; age < std::ssize(young_); ++age) sum.merge(young_[static_cast<std::size_t>(age)]);
  for (auto age = older_.upper_bound(days); age != older_.end(); ++age) sum.merge(age->second);
  return sum;
}

bool SumsByAge::operator==(const SumsByAge& other) const {
  settle();
  other.settle();
  return young_ == other.young_ && older_ == other.older_;
}

}  // namespace ae::report
