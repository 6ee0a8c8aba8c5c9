#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ae/report/win_rate.h"

namespace ae::report {

/// Closed deals with one discount and one margin.
struct DiscountGroup {
  std::int64_t discount = 0;           ///< off the list price, in millionths, from 0 to a million
  std::optional<std::int64_t> margin;  ///< of the price, in millionths; nullopt: not known
  ClosedDeals deals;
};

/// What a column of discounts says, read.
struct ReadDiscounts {
  std::vector<DiscountGroup> groups;
  std::int64_t without_discount = 0;  ///< closed deals whose cell is empty
  std::int64_t discount_unread = 0;   ///< closed deals whose cell is no discount
  std::int64_t margin_unread = 0;     ///< closed deals with a discount whose margin is no percentage
  bool discount_is_money = false, margin_is_money = false;  ///< of some source
};

/// Closed deals by what their cells say of the discount and of the margin, each source apart: how a column
/// is to be read is known only once all of it is there. Sources without a column for discounts have no part.
class DiscountedDeals {
 public:
  void add(const table::OpportunityChunk& chunk);
  void merge(const DiscountedDeals& other);

  bool has_discounts() const { return !sources_.empty(); }
  ReadDiscounts read() const;

  bool operator==(const DiscountedDeals&) const = default;
  template <typename Self, typename Archive>
  static void members(Self& self, Archive& archive) {
    archive(self.sources_);
  }

 private:
  using ByMargin = std::map<std::string, ClosedDeals>;
  using ByDiscount = std::map<std::string, ByMargin>;

  static void read_source(const ByDiscount& words, ReadDiscounts& read);

  std::map<std::uint32_t, ByDiscount> sources_;
};

}  // namespace ae::report
