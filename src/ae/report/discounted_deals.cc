#include "ae/report/discounted_deals.h"

#include <tuple>
#include <utility>

#include "ae/report/percent_column.h"

namespace ae::report {

void DiscountedDeals::add(const table::OpportunityChunk& chunk) {
  if (!chunk.has(OpportunityField::kDiscount)) return;
  const table::TextColumn& discounts = chunk.text(OpportunityField::kDiscount);
  const table::TextColumn* const margins =
      chunk.has(OpportunityField::kMargin) ? &chunk.text(OpportunityField::kMargin) : nullptr;
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, ClosedDeals*> known;
  for (std::size_t row = 0; row < chunk.rows(); ++row) {
    ByDiscount& source = sources_[chunk.source[row]];
    if (is_open(chunk, row)) continue;
    const std::uint32_t discount = discounts.code(row);
    const std::uint32_t margin = margins != nullptr ? margins->code(row) : table::TextColumn::kEmpty;
    ClosedDeals*& deals = known[{chunk.source[row], discount, margin}];
    if (deals == nullptr) {
      deals = &source[std::string(discounts.word(discount))]
                     [margins != nullptr ? std::string(margins->word(margin)) : std::string()];
    }
    deals->add(chunk, row);
  }
}

void DiscountedDeals::merge(const DiscountedDeals& other) {
  for (const auto& [source, discounts] : other.sources_) {
    ByDiscount& mine = sources_[source];
    for (const auto& [discount, margins] : discounts) {
      for (const auto& [margin, deals] : margins) mine[discount][margin].merge(deals);
    }
  }
}

void DiscountedDeals::read_source(const ByDiscount& words, ReadDiscounts& read) {
  PercentColumn discounts(OpportunityField::kDiscount), margins(OpportunityField::kMargin);
  for (const auto& [discount, by_margin] : words) {
    discounts.look_at(discount);
    for (const auto& [margin, deals] : by_margin) margins.look_at(margin);
  }
  read.discount_is_money |= discounts.is_money();
  read.margin_is_money |= margins.is_money();
  for (const auto& [discount, by_margin] : words) {
    const std::optional<std::int64_t> off = discounts.millionths(discount);
    for (const auto& [margin, deals] : by_margin) {
      if (discount.empty()) {
        read.without_discount += deals.count();
      } else if (!off) {
        read.discount_unread += deals.count();
      } else {
        const std::optional<std::int64_t> kept = margins.millionths(margin);
        if (!kept && !margin.empty()) read.margin_unread += deals.count();
        read.groups.push_back({*off, kept, deals});
      }
    }
  }
}

ReadDiscounts DiscountedDeals::read() const {
  ReadDiscounts read;
  for (const auto& [source, words] : sources_) read_source(words, read);
  return read;
}

}  // namespace ae::report
