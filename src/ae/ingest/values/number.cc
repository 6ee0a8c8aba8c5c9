#include "ae/ingest/values/number.h"

#include <algorithm>
#include <string>
#include <vector>

namespace ae::ingest {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

/// Whether the groups after the first have four digits, and the first has at most four.
bool grouped_by_four(const std::vector<std::string_view>& groups) {
  if (groups.front().empty() || groups.front().size() > 4 || groups.front().front() == '0') return false;
  return std::all_of(groups.begin() + 1, groups.end(), [](auto group) { return group.size() == 4; });
}

/// The sizes that digit groups may have: 1234, 1,234,567, 12,34,567.
bool grouped_by_three(const std::vector<std::string_view>& groups) {
  if (groups.front().empty() || groups.front().size() > 3 || groups.front().front() == '0') return false;
  if (groups.back().size() != 3) return false;
  const std::size_t middle = groups.size() > 2 ? groups[1].size() : 3;
  if (middle == 2 && groups.front().size() > 2) return false;
  return (middle == 2 || middle == 3) && std::all_of(groups.begin() + 1, groups.end() - 1,
                                                     [&](auto group) { return group.size() == middle; });
}

/// The digits of a whole part without its grouping; nullopt when it is not well grouped.
std::optional<std::string> ungrouped(std::string_view whole, GroupSize size) {
  std::vector<std::string_view> groups;
  std::string digits;
  const auto mark = std::find_if_not(whole.begin(), whole.end(), is_digit);
  const bool by_four = size == GroupSize::kFour && mark != whole.end() && *mark == ',';
  while (true) {
    const std::size_t end = mark == whole.end() ? std::string_view::npos : whole.find(*mark);
    groups.push_back(whole.substr(0, end));
    if (!all_digits(groups.back())) return std::nullopt;
    digits += groups.back();
    if (end == std::string_view::npos) break;
    whole.remove_prefix(end + 1);
  }
  const bool well_grouped = by_four ? grouped_by_four(groups) : grouped_by_three(groups);
  if (groups.size() > 1 && !well_grouped) return std::nullopt;
  return digits;
}

}  // namespace

std::optional<Decimal> read_number(std::string_view text, DecimalMark mark, GroupSize groups) {
  constexpr std::size_t kMostDigits = 36;
  const char point = mark == DecimalMark::kPoint ? '.' : ',';
  const std::size_t at = text.find(point);
  const bool marked = at != std::string_view::npos;
  const std::string_view whole = text.substr(0, at);
  std::string_view fraction = marked ? text.substr(at + 1) : std::string_view{};
  if (!all_digits(fraction)) return std::nullopt;
  if (std::none_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  while (!fraction.empty() && fraction.back() == '0') fraction.remove_suffix(1);

  std::optional<std::string> digits = ungrouped(whole, groups);
  if (!digits) return std::nullopt;
  *digits += fraction;
  digits->erase(0, std::min(digits->find_first_not_of('0'), digits->size()));
  if (digits->size() > kMostDigits || fraction.size() > kMostDigits) return std::nullopt;
  Decimal value{0, static_cast<int>(fraction.size())};
  for (const char digit : *digits) value.digits = value.digits * 10 + (digit - '0');
  return value;
}

}  // namespace ae::ingest
