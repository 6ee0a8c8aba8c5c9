#pragma once

#include <string>
#include <string_view>

#include "ae/domain/opportunity_field.h"
#include "ae/ingest/values/currency_mark.h"

namespace ae::ingest {

/// A header, normalised (see normalised_name), with what exports put around the name of a column taken off.
///
///     "Deal - Value (EUR)"  full "deal value (eur)", name "deal value", bare "value", unit "eur"
struct HeaderName {
  std::string full;  ///< all of it
  std::string name;  ///< without the unit in brackets
  std::string bare;  ///< without the record that it belongs to as well: "Deal - ", "Opportunity: ", "Deal."
  std::string unit;  ///< what stands in brackets at its end; empty when nothing does
  CurrencyMark currency;  ///< that the unit names; kind kNone when it names none
  bool scaled = false;    ///< the unit multiplies amounts: "金额（万元）", "Amount (k$)"; see unit_of_header

  explicit HeaderName(std::string_view header);

  /// Whether it is the normalised `synonym` of a field: all of it, or without its record, or without a unit
  /// that the field can have: a currency or thousands, percent, a time zone.
  bool is(const std::string& synonym, OpportunityField field) const;
};

}  // namespace ae::ingest
