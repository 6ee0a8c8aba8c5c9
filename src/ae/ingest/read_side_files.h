#pragma once

#include <optional>
#include <vector>

#include "ae/base/note.h"
#include "ae/base/result.h"
#include "ae/domain/exchange_rate.h"
#include "ae/domain/quota.h"
#include "ae/ingest/source.h"

/// The small files that stand beside an export. They are ours, so every cell must be right: the first wrong
/// one is an error with file, line and column. What was assumed or left out around the rows goes to `notes`.
namespace ae::ingest {

/// A CSV with the columns owner, team, period, quota (owner or team may be blank or absent, not both).
/// `period` is a quarter as FiscalCalendar::parse_quarter reads it; a bare Qn counts from as_of.
/// Amounts are in `currency`. Errors: quota_not_positive, unknown_period, duplicate_quota, …
Result<std::vector<Quota>> read_quotas(const Source& source, const FiscalCalendar& calendar, Date as_of,
                                       Currency currency, std::vector<Note>& notes);

/// A CSV with the columns date, from, to, rate. Errors: unknown_currency, rate_not_positive, …
Result<ExchangeRates> read_exchange_rates(const Source& source, std::vector<Note>& notes);

}  // namespace ae::ingest
