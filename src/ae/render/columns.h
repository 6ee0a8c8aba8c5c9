#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "ae/doc/document.h"

namespace ae::render {

/// What a table's column (or a list's values) holds, which decides how it stands.
enum class Holds : std::uint8_t { kWords, kNumbers };

/// What column `index` holds: numbers when no value of it is a message or a date and one is a number at
/// least; words otherwise. The total row counts only in a table without rows.
Holds column_holds(const doc::Table& table, std::size_t index);

/// The same for the values of a list of figures.
Holds values_hold(const doc::KeyFigures& figures);

/// The row's cell in column `index`; a missing one where the row is too short.
const doc::Cell& cell_at(const std::vector<doc::Cell>& row, std::size_t index);

/// Whether the value is a message, which may be cut or wrapped; numbers and dates never are.
bool is_words(const doc::Value& value);

}  // namespace ae::render
