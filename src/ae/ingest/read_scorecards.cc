#include <charconv>

#include "ae/ingest/mapping/stage_names.h"
#include "ae/ingest/read_side_files.h"
#include "ae/ingest/side_table.h"

namespace ae::ingest {
namespace {

Result<std::optional<std::int64_t>> read_score(const SideTable& table, std::size_t row, Criterion criterion,
                                               const ScorecardPolicy& policy) {
  const std::string_view cell = table.cell(row, key(criterion));
  if (cell.empty()) return std::optional<std::int64_t>();
  std::int64_t score = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), score);
  const bool is_score = error == std::errc() && end == cell.data() + cell.size() && score >= policy.lowest &&
                        score <= policy.highest;
  if (is_score) return std::optional(score);
  return fail(
      table.error_at(row, key(criterion), "score_unreadable",
                     Message{Text{"A score is a whole number from {lowest} to {highest}",
                                  "评分应为 {lowest} 到 {highest} 的整数"}}
                         .with("lowest", policy.lowest)
                         .with("highest", policy.highest),
                     Text{"Leave the cell blank where a criterion was not scored", "未评分的项请留空"}));
}

Result<ScoredDeal> read_row(const SideTable& table, std::size_t row, const StageNames& stages,
                            const ScorecardPolicy& policy) {
  const Stage stage = stages.find(table.cell(row, "stage"));
  if (stage == Stage::kUnknown) {
    return fail(
        table.error_at(row, "stage", "unknown_outcome",
                       Text{"Neither a stage nor won or lost", "既不是阶段，也不是赢单或丢单"},
                       Text{"Write won, lost or a stage of the method", "请写赢单、丢单或方法中的阶段"}));
  }
  ScoredDeal deal{state_of(stage), {}};
  for (const Criterion criterion : enumerators<Criterion>()) {
    AE_TRY(deal.scores[criterion], read_score(table, row, criterion, policy));
  }
  return deal;
}

}  // namespace

Result<std::vector<ScoredDeal>> read_scorecards(const Source& source, const ScorecardPolicy& policy,
                                                std::vector<Note>& notes) {
  AE_TRY(const SideTable table, SideTable::read(source, "scorecards",
                                                {{"stage", true},
                                                 {"budget", true},
                                                 {"authority", true},
                                                 {"need", true},
                                                 {"timeline", true},
                                                 {"champion", true},
                                                 {"competition", true}}));
  notes.insert(notes.end(), table.notes().begin(), table.notes().end());
  const StageNames stages({});
  std::vector<ScoredDeal> deals;
  for (const std::size_t row : table.rows()) {
    AE_TRY(ScoredDeal deal, read_row(table, row, stages, policy));
    deals.push_back(deal);
  }
  return deals;
}

}  // namespace ae::ingest
