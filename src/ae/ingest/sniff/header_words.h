#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "ae/ingest/csv/records.h"

namespace ae::ingest {

/// Whether some export calls one of its columns so.
bool is_column_name(std::string_view cell);

/// How many cells are names of columns.
std::size_t column_names_in(std::span<const csv::Cell> cells);

}  // namespace ae::ingest
