#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ae/domain/exchange_rate.h"
#include "ae/domain/opportunity_field.h"
#include "ae/table/opportunity_table.h"

/// Tables made from tables.
namespace ae::table {

/// Equal but for the case of ASCII letters.
bool same_words(std::string_view a, std::string_view b);

/// FIELD is VALUE. Words compare without regard to the case of ASCII letters; dates as ISO, stages and states
/// by key or by the name in the source; amounts cannot be asked for.
struct Condition {
  OpportunityField field = OpportunityField::kId;
  std::string value;
};

/// The rows that meet, for every field asked for, one of its conditions. Chunks without a row stay, so that
/// absent columns stay absent.
OpportunityTable select(const OpportunityTable& table, const std::vector<Condition>& conditions);

/// The one currency of all amounts; nullopt when there are several, or no amount.
std::optional<Currency> one_currency(const OpportunityTable& table);

/// A row that no rate converts.
struct Unconverted {
  std::uint32_t source = 0;
  std::int64_t line = 0;
  Currency currency;
};

/// Converts every amount to `target` in place by the latest rate on or before as_of (open deals) or the close
/// date (closed ones), each rounded half to even. Returns the first row that cannot be converted, if any;
/// then the table is of no use. Bare amounts (currency none) count as unconvertible unless target is none
/// too.
std::optional<Unconverted> convert(OpportunityTable& table, const ExchangeRates& rates, Currency target,
                                   Date as_of);

}  // namespace ae::table
