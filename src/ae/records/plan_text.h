#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ae/base/text.h"

/// The texts of a plan in its Markdown: how they are written into cells and list items, and read back.
namespace ae::records {

/// Writes a text as one line of Markdown that no reader takes for markup: marks are escaped by a backslash,
/// line breaks are <br>. The inverse is plan_text_of.
std::string plan_markdown_of(std::string_view text);

/// The text that a line of Markdown holds: blanks at its ends dropped, a backslash before punctuation taken
/// away, <br> as a line break. Other markup stays as it is written. The placeholder of a blank is "".
std::string plan_text_of(std::string_view markdown);

/// What stands where something is to be filled in: "_to fill in_", "_to fill in / 待填写_".
std::string plan_placeholder(const Languages& languages);

/// The cells of a row of a table, as they are written, without blanks around them. A | escaped by a backslash
/// parts nothing; those at the ends of the line are left aside.
std::vector<std::string> plan_cells(std::string_view line);

/// "| a | b |".
std::string plan_row_line(const std::vector<std::string>& cells);

/// Whether a line is the rule between a table's header and its rows: "| --- | :-: |".
bool is_table_rule(std::string_view line);

/// Without blanks and line ends around it.
std::string_view plan_trimmed(std::string_view line);

}  // namespace ae::records
