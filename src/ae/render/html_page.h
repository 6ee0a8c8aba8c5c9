#pragma once

#include <string>
#include <string_view>

#include "ae/doc/document.h"

namespace ae::render {

/// The inline style sheet of every page: light, dark and print; contrast of WCAG AA in each.
extern const std::string_view kHtmlStyle;

/// What a block needs to know of the page around it.
struct HtmlContext {
  const Languages& languages;
  std::string section_title;  ///< escaped, without markup; names the section's tables
  int next_image = 1;         ///< numbers the images of a page, whose titles need ids
};

// One block each, as elements of a section.
std::string html_block(const doc::KeyFigures& figures, HtmlContext& context);
std::string html_block(const doc::Table& table, HtmlContext& context);
std::string html_block(const doc::BarChart& chart, HtmlContext& context);
std::string html_block(const doc::Gauge& gauge, HtmlContext& context);
std::string html_block(const doc::Paragraph& paragraph, HtmlContext& context);
std::string html_block(const doc::Prose& prose, HtmlContext& context);

}  // namespace ae::render
