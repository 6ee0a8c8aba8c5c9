#pragma once

#include "ae/ingest/read_opportunities.h"
#include "ae/ingest/read_side_files.h"

namespace ae::ingest {

/// Gives every open deal that has no amount the list price of its product, where there is one in the deal's
/// currency; its amount_source says so. Names may differ in blanks and case. Closed deals stay as they are:
/// what was won is not what the list asks.
///
/// Notes: amounts_supplied (how many), product_named_otherwise (once for each name that differs),
/// products_unknown (the list has none such), prices_in_other_currency, products_not_used (no product
/// column).
void supply_amounts(Reading& reading, const PriceList& list);

}  // namespace ae::ingest
