#pragma once

#include <cstdint>
#include <map>
#include <set>

#include "ae/ingest/column_formats.h"
#include "ae/ingest/currency_rule.h"
#include "ae/ingest/read_opportunities.h"
#include "ae/ingest/values/number_format.h"

namespace ae::ingest::scan {

/// What the cells of the whole file say about how they are to be read. Each thread collects its own; merged,
/// they are what the plain reader bases its decisions on, so that what was supposed from the beginning of the
/// file can be held to it.
struct Evidence {
  struct Dates {
    ColumnVote<DateOrder> votes;
    bool numbers = false;  ///< bare ones among them

    void add(const DateCell& cell);
  };
  struct Named {
    std::int64_t line = 0;
    CurrencyNamer namer;
  };

  NumberSurvey amounts;
  std::size_t plain_points = 0;  ///< amounts with one or two digits behind a point, not in `amounts`
  bool powers = false;           ///< an amount has a unit or an exponent
  EnumArray<OpportunityField, Dates> dates;
  ColumnVote<ProbabilityScale> probabilities;
  bool percents = false;
  std::map<Currency, Named> currencies;  ///< named anywhere, and where first
  std::int64_t bare_amounts = 0;
  std::set<Currency> in_amounts;  ///< of the amounts that were kept

  void merge(const Evidence& other);
  void name(Currency currency, std::int64_t line, const CurrencyNamer& namer);
  void vote(const ProbabilityCell& cell, std::size_t cells);

  /// What was supposed, as the plain reader would decide it; nullopt where that one had something to say
  /// about it.
  std::optional<ColumnFormats> formats(ColumnFormats supposed, const ReadOptions& options) const;
  NamedCurrencies named() const;
};

}  // namespace ae::ingest::scan
