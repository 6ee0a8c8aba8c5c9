#pragma once

#include <string_view>

namespace ae::ingest {

/// The delimiter among `,` `;` tab `|` under which the records at the beginning of the text agree best on
/// their number of cells with the header; the one with more cells wins a draw, then the order above. `,` when
/// none parts the header.
char find_delimiter(std::string_view text);

}  // namespace ae::ingest
