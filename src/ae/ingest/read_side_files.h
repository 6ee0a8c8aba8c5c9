#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/base/note.h"
#include "ae/base/result.h"
#include "ae/domain/exchange_rate.h"
#include "ae/domain/period_amount.h"
#include "ae/domain/scored_deal.h"
#include "ae/ingest/source.h"

/// The small files that stand beside an export. They are ours, so every cell must be right: the first wrong
/// one is an error with file, line and column. What was assumed or left out around the rows goes to `notes`.
namespace ae::ingest {

/// A CSV with the columns owner, team, period, quota (owner or team may be blank or absent, not both).
/// `period` is a quarter as FiscalCalendar::parse_quarter reads it; a bare Qn counts from as_of.
/// Amounts are in `currency`. Errors: quota_not_positive, unknown_period, duplicate_quota, …
Result<std::vector<Quota>> read_quotas(const Source& source, const FiscalCalendar& calendar, Date as_of,
                                       Currency currency, std::vector<Note>& notes);

/// The same of what owners and teams said a period would bring, in the column call; 0 is a call. Errors:
/// call_negative, unknown_period, duplicate_call, …
Result<std::vector<ForecastCall>> read_calls(const Source& source, const FiscalCalendar& calendar, Date as_of,
                                             Currency currency, std::vector<Note>& notes);

/// What a product is sold for by the list.
struct ListPrice {
  std::string product;
  Money price;
  std::int64_t line = 0;
};

/// The prices of a file. A product may have one in each of several currencies.
struct PriceList {
  std::string source;
  std::vector<ListPrice> prices;
  std::vector<Note> notes;  ///< column_ambiguous, prices_without_currency
};

/// A CSV with the columns product, price and perhaps currency. The currency of a price is that of its row,
/// its own mark or its header; where none says it, the one of the deals, and where they have several
/// (`deals_currency` is nullopt) the price is passed over with a note. A row without a price is passed over.
/// Errors: price_unreadable, price_currency (it names one and the deals none), ambiguous_number,
/// product_missing, duplicate_price (names that differ in blanks or case alone have different prices in one
/// currency), …
Result<PriceList> read_price_list(const Source& source, std::optional<Currency> deals_currency);

/// The products of a price list in the order of its rows, with or without a price. Errors: those of
/// SideTable::read.
Result<std::vector<std::string>> read_product_names(const Source& source);

/// A CSV with the columns date, from, to, rate. Errors: unknown_currency, rate_not_positive, …
Result<ExchangeRates> read_exchange_rates(const Source& source, std::vector<Note>& notes);

/// A CSV of deals with their stage (or outcome: won, lost) and the six scores; a blank score is unknown.
/// Errors: unknown_outcome, score_unreadable, …
Result<std::vector<ScoredDeal>> read_scorecards(const Source& source, const ScorecardPolicy& policy,
                                                std::vector<Note>& notes);

}  // namespace ae::ingest
