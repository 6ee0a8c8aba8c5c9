#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "ae/ingest/csv/records.h"

namespace ae::ingest {

/// Whether exports call one of their columns so: by the general names.
bool is_column_name(std::string_view cell);

/// How many cells are names of columns: by the general names, and where these explain fewer than two, by
/// those of every preset.
std::size_t column_names_in(std::span<const csv::Cell> cells);

}  // namespace ae::ingest
