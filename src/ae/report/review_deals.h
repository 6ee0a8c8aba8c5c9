#pragma once

#include <optional>
#include <vector>

#include "ae/domain/review_deal.h"
#include "ae/report/scope.h"
#include "ae/table/opportunity_table.h"

namespace ae::report {

/// What a review looks at: every open deal with the rules that it breaks, in the order of the table. Of open
/// deals with an id that share name and account, blanks and case apart, all but the first name it as same_as.
std::vector<ReviewDeal> review_deals(const table::OpportunityTable& table, const Scope& scope,
                                     const std::optional<std::int64_t>& won_cycle_limit_days);

}  // namespace ae::report
