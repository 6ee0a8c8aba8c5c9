#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ae/base/text.h"
#include "ae/ingest/read_opportunities.h"
#include "ae/ingest/values/column_vote.h"
#include "ae/ingest/values/currency_mark.h"
#include "ae/ingest/values/decimal.h"

namespace ae::ingest {

/// The cell of an amount, taken apart without deciding what its marks mean.
struct MoneyCell {
  bool missing = false;
  bool negative = false;  ///< a minus before or after it, or brackets around it
  CurrencyMark currency;
  std::string number;         ///< its digits and marks in ASCII: "1,234.56"
  std::optional<Text> fault;  ///< why it is no amount; then nothing else counts

  bool operator==(const MoneyCell&) const = default;
};

/// Takes a cell apart: signs, brackets, currency before or after, fullwidth digits, blanks and apostrophes as
/// grouping. Faults: text, scientific notation, NaN and infinity, unit suffixes (K, M, 万), two signs.
MoneyCell parse_money(std::string_view cell);

/// The amount by what the column decided; nullopt when the cell does not fit that.
/// Where nothing was to decide every reading is the same; in a contested column only cells with one reading
/// count.
std::optional<Decimal> read_amount(const MoneyCell& cell, const Decision<DecimalMark>& decision);

/// The vote of a cell on the decimal mark of its column; nullopt when it has none (missing, faulty, no
/// marks).
std::optional<EnumArray<DecimalMark, bool>> decimal_mark_vote(const MoneyCell& cell);

}  // namespace ae::ingest
