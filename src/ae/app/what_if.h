#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ae/app/options.h"
#include "ae/report/headline.h"
#include "ae/table/opportunity_table.h"

namespace ae::app {

/// One figure as it is and as it would be.
struct WhatIfFigure {
  std::string figure;
  doc::Value base, changed, difference;
  Text label;
};

/// What --drop, --slip, --set and --win-rate ask, and what comes of it.
struct WhatIf {
  std::vector<std::string> changes;  ///< as they were asked: "slip D-17=2026-05-01"
  std::vector<WhatIfFigure> figures;

  /// The changes and the figures, base and changed side by side.
  doc::Section section() const;
};

/// after − before of two figures of one kind; missing when either is.
doc::Value difference(const doc::Value& before, const doc::Value& after);

/// True when any change is asked for.
bool asks_what_if(const WhatIfOptions& options);

/// The table with the changes made: deals dropped, moved to other close dates, set to other values. Only open
/// deals can be changed. Errors: no_such_deal (with what may have been meant), what_if_field (a field that
/// cannot be set), bad_value.
Result<table::OpportunityTable> changed_table(const table::OpportunityTable& table,
                                              const WhatIfOptions& options, std::optional<Currency> currency);

/// What --win-rate adds to the win rate; nullopt when it is not given. Error: bad_value.
Result<std::optional<Ratio>> win_rate_shift(const WhatIfOptions& options);

/// Compares the figures of both runs.
WhatIf compare(const WhatIfOptions& options, const std::vector<report::Headline>& base,
               const std::vector<report::Headline>& changed);

}  // namespace ae::app
