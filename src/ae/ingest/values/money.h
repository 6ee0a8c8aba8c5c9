#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ae/base/text.h"
#include "ae/ingest/values/currency_mark.h"
#include "ae/ingest/values/decimal.h"
#include "ae/ingest/values/number_format.h"

namespace ae::ingest {

/// The cell of an amount, taken apart without deciding what its marks mean.
struct MoneyCell {
  bool missing = false;
  bool negative = false;  ///< a minus before or after it, or brackets around it
  CurrencyMark currency;
  WrittenNumber number;
  std::optional<Text> fault;  ///< why it is no amount; then there is nothing else

  bool operator==(const MoneyCell&) const = default;
};

/// Takes a cell apart: signs, brackets, currency before or after, units (1.2M, 12.5万, 3亿5000万, 3 Mio. €),
/// scientific notation, fullwidth and Arabic digits, blanks and apostrophes as grouping. "500,-" has no cents
/// and no minus. Faults: text, percents, errors of a spreadsheet, NaN and infinity, units with two meanings,
/// two signs.
MoneyCell parse_money(std::string_view cell);

/// The amount by what the column decided; nullopt when the cell does not fit that.
std::optional<Decimal> read_amount(const MoneyCell& cell, const NumberFormat& format);

/// Whether a number has more digits than any amount (36), so that read_amount has no answer.
bool too_many_digits(const MoneyCell& cell);

/// Why read_amount has no answer. Requires that the number has not too many digits.
Text why_no_amount(const MoneyCell& cell, const NumberFormat& format);

}  // namespace ae::ingest
