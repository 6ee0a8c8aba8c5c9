#pragma once

#include <optional>
#include <string_view>

#include "ae/ingest/values/currency_mark.h"

namespace ae::ingest {

/// What a word behind an amount multiplies it by.
struct Unit {
  enum class Meaning { kNone, kClear, kOnlyWithRupees, kUnclear };

  Meaning meaning = Meaning::kNone;
  int power = 0;  ///< of ten: 3 for K and Tsd, 4 for 万, 6 for M, Mio and 百万, 7 for crore, 8 for 亿

  bool operator==(const Unit&) const = default;
};

/// Takes the unit off the back of an amount without sign and currency: "1.2M" → "1.2", "12.5 万" → "12.5".
/// kOnlyWithRupees: "Cr" and "L" mean crore and lakh beside ₹, and other things elsewhere. kUnclear: words
/// that countries read differently: T (thousand, trillion), mil (thousand, million), 兆. Requires plain
/// characters.
Unit take_unit(std::string_view& amount);

/// What the brackets that end a header say about the amounts below it.
struct HeaderUnit {
  int power = 0;  ///< of ten
  CurrencyMark currency;

  bool operator==(const HeaderUnit&) const = default;
};

/// The unit in the brackets that end a header: 4 and 元 of "金额（万元）", 3 and EUR of "Amount (k€)", 3 of
/// "Amount (in thousands)"; nullopt when there is none or it is unclear.
std::optional<HeaderUnit> unit_of_header(std::string_view header);

}  // namespace ae::ingest
