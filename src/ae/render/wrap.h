#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ae::render {

/// `text` in lines of at most `columns`: broken at spaces and between East Asian characters, never before
/// closing or after opening punctuation. A word longer than a line is cut with "…". No text gives no line.
///
///     wrap("Close date is past", 10) is {"Close date", "is past"}
std::vector<std::string> wrap(std::string_view text, std::size_t columns);

/// The display width of the longest piece that wrap does not break.
std::size_t longest_piece(std::string_view text);

}  // namespace ae::render
