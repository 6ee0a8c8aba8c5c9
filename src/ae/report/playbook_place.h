#pragma once

#include <string_view>

#include "ae/doc/document.h"

/// Where the playbook says what to do about a finding: what `ae playbook` takes. A test of the catalog holds
/// that each place is there.
namespace ae::report::playbook_place {

inline constexpr std::string_view kLowCoverage = "coverage-and-categories#low";
inline constexpr std::string_view kWeeklyReview = "pipeline-management#weekly";
inline constexpr std::string_view kWeeklyCall = "forecasting#rhythm";

/// "What to do: ae playbook coverage-and-categories#low".
inline doc::Paragraph what_to_do(std::string_view place) {
  return {
      Message{Text{"What to do: ae playbook {place}", "怎么办：ae playbook {place}"}}.with("place", place),
      doc::Mood::kNeutral};
}

}  // namespace ae::report::playbook_place
