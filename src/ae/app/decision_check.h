#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ae/domain/deal_decision.h"
#include "ae/ingest/decision_file.h"
#include "ae/table/opportunity_table.h"

/// Holds what people decided to the data that they decided about.
namespace ae::app {

/// A deal as decisions see it.
struct DealNow {
  DealState state = DealState::kOpen;
  Stage stage = Stage::kUnknown;
  ForecastCategory category = ForecastCategory::kNone;  ///< as the source gives it
  Date close;
};

/// What is known of the data: its deals by their ids, and which stages its own words mean.
struct DataNow {
  std::map<std::string, DealNow> deals;
  std::map<std::string, Stage> stage_words;  ///< by their normalised names
  std::vector<std::string> stages;           ///< as they are written, for near misses
};

DataNow data_now(const table::OpportunityTable& table);

/// A row of the decisions, read.
struct CheckedRow {
  DecisionStatus status = DecisionStatus::kUndecided;
  std::optional<DealDecision> decision;  ///< what was typed; nullopt: nothing, or it is settled or gone
};

/// Reads every row. A decision that the data shows already is settled: a closed deal, the date, stage or
/// category that was asked for, a merged or closed deal that is in the data no more. Errors at the cell:
/// decision_unknown, decision_missing, decision_needs_value, decision_without_deal, decision_unknown_deal,
/// decision_date, decision_date_past, decision_stage, decision_category, decision_merge.
Result<std::vector<CheckedRow>> check_decisions(const ingest::DecisionFile& file, const DataNow& data,
                                                const ingest::ReadOptions& options, Date as_of);

}  // namespace ae::app
