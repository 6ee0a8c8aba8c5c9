#pragma once

#include "ae/base/result.h"
#include "ae/ingest/read_opportunities.h"

namespace ae::ingest {

/// Gives deals the manager, team and region of their owner from a table of people (owner, and any of manager,
/// team, region), where their own source has no such column. Owners compare as they stand. Notes:
/// teams_joined (which fields); owners_without_a_team. Errors: those of a side file, owner_given_twice when
/// an owner stands in two rows that differ.
Result<void> join_teams(Reading& reading, const Source& source);

}  // namespace ae::ingest
