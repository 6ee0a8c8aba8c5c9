#pragma once

#include <string>
#include <string_view>

#include "ae/base/result.h"
#include "ae/ingest/csv/records.h"

namespace ae::ingest::html {

/// True for what begins like a web page or a table of one.
bool looks_like_html(std::string_view beginning);

/// Reads the first table of a page that has a row of two cells or more, which is what Salesforce Classic and
/// others save as .xls. Markup inside of cells is stripped (a <br> becomes a line end), scripts, styles and
/// comments are passed over, a table inside of a cell is text of that cell; spanned cells have their value in
/// the first one. Lines are those of the page. Error: html_no_table.
Result<csv::Records> read_html(std::string_view text, const std::string& source);

}  // namespace ae::ingest::html
