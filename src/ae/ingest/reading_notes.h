#pragma once

#include <span>
#include <vector>

#include "ae/base/note.h"
#include "ae/ingest/chunk_builder.h"
#include "ae/ingest/sheet.h"

/// What a reading has to say about its sources once they are read.
namespace ae::ingest {

/// stage_unknown once for each name, with the flag that maps it; stage_blank.
std::vector<Note> stage_notes(const UnknownNames& stages);

/// category_unknown once for each name.
std::vector<Note> category_notes(const UnknownNames& categories);

/// probability_passed_over once for each value: of closed deals, that cannot be read.
std::vector<Note> probability_notes(const UnknownNames& probabilities);

/// columns_differ for each source that lacks a field which another one has.
std::vector<Note> column_notes(std::span<const Sheet> sheets);

Note duplicates_merged(std::int64_t rows, const Sheet& sheet);
Note deleted_left_out(std::int64_t rows, const Sheet& sheet);

}  // namespace ae::ingest
