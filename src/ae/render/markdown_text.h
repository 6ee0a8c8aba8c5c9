#pragma once

#include <string>
#include <string_view>

namespace ae::render {

/// `text`, made harmless, as GitHub-flavoured Markdown that reads exactly so: every character that could
/// begin markup, HTML, an entity, a table cell, a formula or a bare link is escaped, also at the beginning of
/// a line. One line.
std::string markdown_text(std::string_view text);

/// A passage's words, whose two marks (doc/markup.h) stay marks.
std::string markdown_markup(std::string_view text);

}  // namespace ae::render
