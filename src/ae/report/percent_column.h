#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "ae/domain/opportunity_field.h"

namespace ae::report {

/// Reads the cells of a column of percentages: discounts, from 0 to 100 %, or margins, below 0 too.
///
/// "12.5%" says so itself, and so does "8.5折" of a discount, which is 15 % off. Whether bare numbers are
/// percents (12.5) or parts of one (0.125) is decided over the column, so every word of it has to be looked
/// at before the first is read: percents where a number beyond 1 or a percent sign stands in it; then a bare
/// number between 0 and 1 is unread, since it can be either. Where nothing but 0 and 1 stands, 1 is unread. A
/// comma is a decimal mark: no percentage has thousands.
class PercentColumn {
 public:
  /// Of a field that is no margin, a discount.
  explicit PercentColumn(OpportunityField field) : signed_(field == OpportunityField::kMargin) {}

  void look_at(std::string_view word);
  /// Whether a number above 100 stands in it: it is an amount of money, and no cell of it says a percentage.
  bool is_money() const { return above_hundred_; }
  /// The percentage in millionths of one: "12.5%" is 125,000. nullopt for what is none.
  std::optional<std::int64_t> millionths(std::string_view word) const;

 private:
  bool signed_;
  bool percents_ = false;  ///< bare numbers are 12.5, not 0.125
  bool parts_ = false;     ///< a number between 0 and 1 stands in it
  bool above_hundred_ = false;
};

/// A number from 0 on in millionths; nullopt for anything else, and beyond nine digits or six decimals.
std::optional<std::int64_t> millionths_of(std::string_view digits);

}  // namespace ae::report
