#pragma once

#include <cstddef>

namespace ae::render {

/// Columns of one valid code point in a terminal: 0, 1 or 2. Source: Unicode 14.0, East_Asian_Width W and F
/// (2), general categories Mn, Me, Cf and Hangul medial letters (0); ambiguous characters take one.
std::size_t columns_of(char32_t code);

}  // namespace ae::render
