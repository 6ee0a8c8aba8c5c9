#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ae/base/date.h"
#include "ae/base/money.h"
#include "ae/base/text.h"
#include "ae/domain/disposition.h"
#include "ae/domain/hygiene_rule.h"
#include "ae/domain/policy.h"

namespace ae {

/// An open deal as a review looks at it.
struct ReviewDeal {
  std::string id, name, account, owner;  ///< empty: not known
  Stage stage = Stage::kUnknown;
  std::string stage_name;                               ///< as the source gives it
  ForecastCategory category = ForecastCategory::kNone;  ///< as the source gives it
  std::optional<Money> amount;
  Date created, close, stage_entered, last_active;
  std::vector<HygieneRule> broken;     ///< in their order
  std::optional<std::string> same_as;  ///< the id of another open deal of the same name and account
  bool same_amount = false;            ///< and it has the same amount, or one of the two has none
};

/// The rule that a deal with same_as breaks, beside those of hygiene.
inline constexpr std::string_view kPossibleDuplicate = "possible_duplicate";

/// What a rule found about the deal, with its figures: "52 days past 2025-09-23". `won_cycle_limit_days` is
/// what kOlderThanWonCycle holds ages to.
Message finding_words(HygieneRule rule, const ReviewDeal& deal, const Policy& policy, Date as_of,
                      std::int64_t won_cycle_limit_days);

/// What a review may decide about a deal, and why. A suggestion is made from rules alone: a person decides.
struct Suggestion {
  Disposition disposition = Disposition::kKeep;
  std::string value;  ///< its new value, where the data says one
  Message reason;
};

/// The first that holds:
///   merge      another open deal has the same name, account and amount
///   close      no recent activity, older than won cycles, and past its close date or its stage's limit
///   re_date    the close date is past or missing
///   re_stage   the stage is unknown, or its limit is passed
///   downgrade  the source calls it Commit or Best Case, with no recent activity or no next step
///   keep       anything else; what is missing is to be filled in
Suggestion suggest(const ReviewDeal& deal);

}  // namespace ae
