#include "ae/report/number_bands.h"

#include <algorithm>
#include <optional>

#include "ae/domain/discount_band.h"
#include "ae/report/percent_column.h"

namespace ae::report {
namespace {

constexpr std::int64_t kMillion = 1'000'000;

/// The place of a count among its bands; nullopt for what is none.
std::optional<std::size_t> band_of_count(OpportunityField field, std::string_view word) {
  const std::optional<std::int64_t> value = millionths_of(word);
  if (!value || *value % kMillion != 0) return std::nullopt;
  const std::int64_t count = *value / kMillion;
  if (field == OpportunityField::kPushes) return static_cast<std::size_t>(std::min<std::int64_t>(count, 3));
  if (count == 0) return std::nullopt;
  return count <= 2 ? static_cast<std::size_t>(count - 1) : count <= 4 ? 2 : 3;
}

bool is_percentage(OpportunityField field) {
  return field == OpportunityField::kDiscount || field == OpportunityField::kMargin;
}

/// The place of a percentage among its bands: a discount's tier; a margin below 0, then by twenty percent.
std::optional<std::size_t> band_of_percentage(OpportunityField field,
                                              const std::optional<std::int64_t>& millionths,
                                              const Policy& policy) {
  if (!millionths) return std::nullopt;
  if (field == OpportunityField::kDiscount)
    return static_cast<std::size_t>(
        band_of(Probability::of_millionths(static_cast<std::int32_t>(*millionths)), policy.discount));
  if (*millionths < 0) return 0;
  return 1 + static_cast<std::size_t>(std::min<std::int64_t>(*millionths / 200'000, 3));
}

std::vector<NumberBand> bands_of_margin() {
  return {{"below_0", Text{"below 0 %", "低于 0%"}},
          {"0-20", Text{"0 to 20 %", "0 至 20%"}},
          {"20-40", Text{"20 to 40 %", "20% 至 40%"}},
          {"40-60", Text{"40 to 60 %", "40% 至 60%"}},
          {"60+", Text{"60 % or more", "60% 及以上"}}};
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
  if (field == OpportunityField::kMargin) return bands_of_margin();
  std::vector<NumberBand> bands;
  for (const DiscountBand band : enumerators<DiscountBand>())
    bands.push_back({std::string(key(band)), words_of(band, policy.discount)});
  return bands;
}

BandedDeals banded(OpportunityField field, const DealsByWords& words, const Policy& policy) {
  BandedDeals result;
  result.bands.resize(bands_of(field, policy).size());
  PercentColumn percents(field);
  if (is_percentage(field)) {
    for (const auto& [word, deals] : words) percents.look_at(word);
    result.not_a_percent = percents.is_money();
    if (result.not_a_percent) return result;
  }
  for (const auto& [word, deals] : words) {
    const std::optional<std::size_t> band = is_percentage(field)
                                                ? band_of_percentage(field, percents.millionths(word), policy)
                                                : band_of_count(field, word);
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
  PercentColumn percents(field);
  if (is_percentage(field)) {
    for (const auto& [word, deals] : words) percents.look_at(word);
  }
  for (const auto& [word, deals] : words) {
    const std::optional<std::int64_t> value =
        is_percentage(field) ? percents.millionths(word) : millionths_of(word);
    if (value && (is_percentage(field) || *value % kMillion == 0)) numbers[word] = *value;
  }
  return numbers;
}

}  // namespace ae::report
