#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ae/ingest/csv/dialect.h"

namespace ae::ingest {

/// The header as wide as its table, where its own words show how: without empty cells that are too many; two
/// names that run together in two ("closeDateAmount", "TIMEQty"), when one place is likelier than all others;
/// in the quotes that the rows do not have. As it is otherwise. `raw` is the header as it stands in the file.
std::vector<std::string> mended_header(std::vector<std::string> header, std::size_t width,
                                       std::string_view raw, const csv::Dialect& dialect);

/// The header in a line that is one cell in the table's dialect, but names in another; empty when it is none.
std::vector<std::string> header_in_other_dialect(std::string_view raw, std::size_t width,
                                                 const csv::Dialect& dialect);

}  // namespace ae::ingest
