#include "ae/report/number_bands.h"

#include <algorithm>
#include <optional>

#include "ae/domain/discount_band.h"

namespace ae::report {
namespace {

constexpr std::int64_t kMillion = 1'000'000;

/// A number from 0 on in millionths; nullopt for anything else, and beyond nine digits or six decimals.
std::optional<std::int64_t> millionths_of(std::string_view digits) {
  const std::size_t mark = digits.find_first_of(".,");
  const std::string_view whole = digits.substr(0, mark);
  const std::string_view part = mark == std::string_view::npos ? "" : digits.substr(mark + 1);
  const bool only_digits =
      (std::string(whole) + std::string(part)).find_first_not_of("0123456789") == std::string::npos;
  if (!only_digits || whole.empty() || whole.size() > 9 || part.size() > 6) return std::nullopt;
  if (mark != std::string_view::npos && part.empty()) return std::nullopt;
  std::int64_t value = 0;
  for (const char digit : whole) value = value * 10 + (digit - '0');
  std::int64_t decimals = 0;
  for (std::size_t place = 0; place < 6; ++place)
    decimals = decimals * 10 + (place < part.size() ? part[place] - '0' : 0);
  return value * kMillion + decimals;
}

bool strip(std::string_view& words, std::string_view sign) {
  if (!words.ends_with(sign)) return false;
  words.remove_suffix(sign.size());
  while (words.ends_with(' ')) words.remove_suffix(1);
  return true;
}

enum class DiscountSign : std::uint8_t { kBare, kPercent, kTenths };

struct DiscountCell {
  DiscountSign sign = DiscountSign::kBare;
  std::int64_t millionths = 0;
};

std::optional<DiscountCell> discount_cell(std::string_view words) {
  DiscountCell cell;
  if (strip(words, "%") || strip(words, "％")) cell.sign = DiscountSign::kPercent;
  if (cell.sign == DiscountSign::kBare && strip(words, "折")) cell.sign = DiscountSign::kTenths;
  const std::optional<std::int64_t> value = millionths_of(words);
  if (!value) return std::nullopt;
  cell.millionths = *value;
  return cell;
}

/// 8折 and 85折 both leave so many tenths of the price: what is off, in millionths.
std::optional<std::int64_t> off_of_tenths(std::int64_t millionths) {
  const std::int64_t left = millionths <= 10 * kMillion ? millionths / 10 : millionths / 100;
  if (left <= 0 || left > kMillion) return std::nullopt;
  return kMillion - left;
}

/// What bare numbers of a column are.
struct DiscountColumn {
  bool percents = false;       ///< 12.5, not 0.125
  bool parts = false;          ///< a number between 0 and 1 stands in it
  bool above_hundred = false;  ///< it is no percentage

  explicit DiscountColumn(const DealsByWords& words) {
    for (const auto& [word, deals] : words) {
      const std::optional<DiscountCell> cell = discount_cell(word);
      if (!cell || cell->sign == DiscountSign::kTenths) continue;
      above_hundred |= cell->millionths > 100 * kMillion;
      percents |= cell->sign == DiscountSign::kPercent || cell->millionths > kMillion;
      parts |= cell->sign == DiscountSign::kBare && cell->millionths > 0 && cell->millionths < kMillion;
    }
  }

  std::optional<Probability> read(std::string_view word) const {
    const std::optional<DiscountCell> cell = discount_cell(word);
    if (!cell) return std::nullopt;
    std::optional<std::int64_t> off = cell->millionths / 100;
    if (cell->sign == DiscountSign::kTenths) off = off_of_tenths(cell->millionths);
    if (cell->sign == DiscountSign::kBare && !percents) {
      if (cell->millionths == kMillion && !parts) return std::nullopt;
      off = cell->millionths;
    } else if (cell->sign == DiscountSign::kBare && cell->millionths > 0 && cell->millionths < kMillion) {
      return std::nullopt;
    }
    if (!off || *off > kMillion) return std::nullopt;
    return Probability::of_millionths(static_cast<std::int32_t>(*off));
  }
};

/// The place of a count among its bands; nullopt for what is none.
std::optional<std::size_t> band_of_count(OpportunityField field, std::string_view word) {
  const std::optional<std::int64_t> value = millionths_of(word);
  if (!value || *value % kMillion != 0) return std::nullopt;
  const std::int64_t count = *value / kMillion;
  if (field == OpportunityField::kPushes) return static_cast<std::size_t>(std::min<std::int64_t>(count, 3));
  if (count == 0) return std::nullopt;
  return count <= 2 ? static_cast<std::size_t>(count - 1) : count <= 4 ? 2 : 3;
}

NumberBand as_written(const std::string& key) { return {key, Message::verbatim(key)}; }

}  // namespace

std::vector<NumberBand> bands_of(OpportunityField field, const Policy& policy) {
  if (field == OpportunityField::kPushes)
    return {as_written("0"), as_written("1"), as_written("2"), as_written("3+")};
  if (field == OpportunityField::kContacts)
    return {{"1", Text{"1: single-threaded", "1（单线联系）"}},
            as_written("2"),
            {"3-4", Message::verbatim("3–4")},
            as_written("5+")};
  std::vector<NumberBand> bands;
  for (const DiscountBand band : enumerators<DiscountBand>())
    bands.push_back({std::string(key(band)), words_of(band, policy.discount)});
  return bands;
}

BandedDeals banded(OpportunityField field, const DealsByWords& words, const Policy& policy) {
  BandedDeals result;
  result.bands.resize(bands_of(field, policy).size());
  const bool of_discount = field == OpportunityField::kDiscount;
  const DiscountColumn column(of_discount ? words : DealsByWords{});
  result.not_a_percent = column.above_hundred;
  if (result.not_a_percent) return result;
  for (const auto& [word, deals] : words) {
    std::optional<std::size_t> band;
    if (!of_discount) {
      band = band_of_count(field, word);
    } else if (const std::optional<Probability> discount = column.read(word)) {
      band = static_cast<std::size_t>(band_of(*discount, policy.discount));
    }
    if (band) {
      result.bands[*band].merge(deals);
    } else {
      result.unread += deals.count();
    }
  }
  return result;
}

std::map<std::string, std::int64_t> numbers_of(OpportunityField field, const DealsByWords& words) {
  std::map<std::string, std::int64_t> numbers;
  const bool of_discount = field == OpportunityField::kDiscount;
  const DiscountColumn column(of_discount ? words : DealsByWords{});
  if (column.above_hundred) return numbers;
  for (const auto& [word, deals] : words) {
    if (!of_discount) {
      const std::optional<std::int64_t> value = millionths_of(word);
      if (value && *value % kMillion == 0) numbers[word] = *value;
    } else if (const std::optional<Probability> discount = column.read(word)) {
      numbers[word] = discount->millionths();
    }
  }
  return numbers;
}

}  // namespace ae::report
