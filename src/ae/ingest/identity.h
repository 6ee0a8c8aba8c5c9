#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <utility>

#include "ae/base/note.h"
#include "ae/ingest/row_reader.h"

namespace ae::ingest {

/// A row of a source.
struct RowKey {
  std::size_t source = 0;
  std::size_t record = 0;
  auto operator<=>(const RowKey&) const = default;
};

/// What becomes of a row that shares its id with others.
struct IdVerdict {
  enum class Kind { kDuplicate, kConflict };
  Kind kind = Kind::kDuplicate;
  RowKey other;  ///< the row that is kept instead, or the one that says something else
};

/// Judges the live rows that share an id, in all sources; rows that are alone with theirs, or have none, have
/// no verdict. When all that share an id agree on every field that both of their sources have, the one whose
/// source has most columns is kept (the first of equals) and the others are its duplicates. Otherwise each of
/// them is in conflict; so is a row whose namesake cannot be read, since nobody knows what that one says.
std::map<RowKey, IdVerdict> judge_ids(std::span<const RowReader> readers);

}  // namespace ae::ingest
