#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ae/forecast/deal_facts.h"

namespace ae::forecast {

/// A deal as models see it: no words, small enough to copy a million of them for each past day that is
/// replayed.
struct Deal {
  std::uint32_t fact = 0;     ///< its place among the sorted facts
  std::uint32_t product = 0;  ///< code of the product; 0: blank
  Stage stage = Stage::kUnknown;
  DealState state = DealState::kOpen;
  ForecastCategory category = ForecastCategory::kNone;  ///< as the source gives it
  std::optional<double> amount;                         ///< minor units of the scope's currency
  bool supplied = false;                                ///< the amount comes from a price list
  Date created;
  Date close;        ///< expected while open
  Date closed;       ///< none while open
  double shift = 0;  ///< log odds that its features add to its chance of being won at all

  bool is_open() const { return state == DealState::kOpen; }
};

/// The facts as models see them. Amounts in another currency than `currency` are unknown.
std::vector<Deal> deals_of(const std::vector<DealFact>& facts, Currency currency);

/// The deals as they were known at the end of `day` (contract: cut). Rows created after it are left out,
/// blank creation dates are kept. Of those closed after it: open, in the stage that open deals have when that
/// is one, else unknown; the amount is blank when no open deal of the file has one of its own (it is then
/// known only at the close); no expected close date, since a closed row keeps only the real one.
std::vector<Deal> cut(const std::vector<Deal>& deals, Date day);

/// The known amount of a deal won in [from, to], else 0; minor units.
double won_between(const Deal& deal, Date from, Date to);
/// Their sum.
double won_between(const std::vector<Deal>& deals, Date from, Date to);

/// The earliest close; none when nothing is closed with a date.
Date first_close(const std::vector<Deal>& deals);

}  // namespace ae::forecast
