#pragma once

#include <optional>
#include <vector>

#include "ae/base/note.h"
#include "ae/ingest/currency_rule.h"
#include "ae/ingest/sheet.h"
#include "ae/ingest/values/date.h"
#include "ae/ingest/values/money.h"
#include "ae/ingest/values/probability.h"

namespace ae::ingest {

/// How the values of a source's columns are written: decided over each column, never over one cell.
struct ColumnFormats {
  NumberFormat amount;
  int amount_power = 0;  ///< of ten, by which the header multiplies the amounts: 4 for "金额（万元）"
  EnumArray<OpportunityField, Decision<DateOrder>> date_order;
  EnumArray<OpportunityField, std::optional<DayCount>>
      day_count;  ///< what bare numbers among the dates count
  ProbabilityScale probability = ProbabilityScale::kFraction;
  std::vector<Note> notes;

  bool operator==(const ColumnFormats&) const = default;
};

/// Adds an amount in `currency` to what decides how amounts are written. `header_power` is what the header
/// multiplies by.
void survey_amount(NumberSurvey& survey, const MoneyCell& cell, Currency currency, int header_power);

/// Looks at every live row. What the user settles is not looked at. A date column in which nothing decides
/// takes the order of the other date columns of its source when they agree on one, with a note. Bare numbers
/// are days only in a column that hardly has other dates (at most one for twenty), and all that count is of
/// one kind. Notes: date_order_assumed, excel_serials_assumed, epoch_assumed, units_read, unit_of_header,
/// scientific_notation, probability_zero_or_one. Errors: ambiguous_number and ambiguous_date with both
/// readings and the flag that settles it. Amounts in a currency without decimals have none: "¥1,234" in yen
/// is 1234. `source` is the sheet's place in `currencies`.
Result<ColumnFormats> decide_formats(const Sheet& sheet, const ReadOptions& options,
                                     const CurrencyRule& currencies, std::size_t source);

}  // namespace ae::ingest
