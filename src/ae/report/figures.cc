#include "ae/report/figures.h"

namespace ae::report {

std::optional<Int128> Figures::exact(const MoneySum& sum) const {
  if (!currency_ || sum.mixed()) return std::nullopt;
  return sum.exact();
}

std::optional<Money> Figures::money(std::optional<Int128> numerator, std::optional<Int128> denominator) {
  if (!currency_) return std::nullopt;
  const bool fits = numerator && denominator;
  const std::optional<std::int64_t> minor =
      fits ? narrow(divide_half_even(*numerator, *denominator)) : std::nullopt;
  if (!minor) {
    overflow_ = true;
    return std::nullopt;
  }
  return Money{*minor, *currency_};
}

std::optional<Money> Figures::money(const MoneySum& sum) {
  const std::optional<Int128> minor = exact(sum);
  if (!minor) return std::nullopt;
  return money(minor, Int128{1});
}

std::optional<Money> Figures::weighted(const MoneySum& sum) {
  const std::optional<Int128> minor_millionths = exact(sum);
  if (!minor_millionths) return std::nullopt;
  return money(minor_millionths, Int128{Probability::kOne});
}

std::optional<Money> Figures::money_of(std::int64_t deals, const MoneySum& sum) {
  return deals == 0 ? money(0, 1) : money(sum);
}

Result<bool> Figures::check() const {
  if (!overflow_) return true;
  return fail({"amount_overflow",
               Text{"The amounts add up to more than can be stated exactly", "金额之和超出可精确表示的范围"},
               Text{"Sort the file by its amount: some are far too large, or stand in a smaller unit",
                    "请按金额排序检查：可能有金额过大，或单位有误"},
               {},
               "",
               {}});
}

std::optional<Ratio> ratio(const std::optional<Money>& part, const std::optional<Money>& whole) {
  if (!part || !whole) return std::nullopt;
  return Ratio::of(part->minor, whole->minor);
}

std::optional<Ratio> ratio(std::int64_t part, std::int64_t whole) { return Ratio::of(part, whole); }

}  // namespace ae::report
