#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>

#include "ae/ingest/sheet.h"
#include "ae/ingest/values/column_vote.h"

namespace ae::ingest {

/// Calls visit(record) for each live row.
template <typename Visit>
void for_each_live(const Sheet& sheet, Visit visit) {
  for (std::size_t record = 0; record < sheet.records.size(); ++record) {
    if (sheet.shapes[record] == RowShape::kLive) visit(record);
  }
}

/// A decision, and the first cell that voted without settling it alone.
template <typename Way>
struct Poll {
  Decision<Way> decision;
  std::optional<std::size_t> example;
};

/// Asks every live cell of a column: vote_of(cell) is its vote, or nullopt.
template <typename Way, typename Vote>
Poll<Way> poll(const Sheet& sheet, OpportunityField field, Vote vote_of) {
  ColumnVote<Way> votes;
  Poll<Way> result;
  for_each_live(sheet, [&](std::size_t record) {
    const std::optional<EnumArray<Way, bool>> vote = vote_of(sheet.cell(record, field));
    if (!vote) return;
    votes.add(*vote);
    const bool several = std::count(vote->begin(), vote->end(), true) > 1;
    if (several && !result.example) result.example = record;
  });
  result.decision = votes.decide();
  return result;
}

}  // namespace ae::ingest
