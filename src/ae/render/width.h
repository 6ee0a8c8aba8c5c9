#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ae::render {

/// Columns that `text` (UTF-8) takes in a terminal: 2 for East Asian wide and fullwidth characters and emoji,
/// 0 for combining marks and zero-width characters, 1 for the rest. Invalid bytes count as one column each.
std::size_t display_width(std::string_view text);

/// The longest beginning of `text` that takes at most `columns`, with "…" as its end when something was cut.
std::string cut_to_width(std::string_view text, std::size_t columns);

/// `text` without what could drive a terminal: control characters and escape sequences become visible
/// stand-ins (U+FFFD), line breaks a space, bidirectional controls are dropped.
std::string harmless(std::string_view text);

}  // namespace ae::render
