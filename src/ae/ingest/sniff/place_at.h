#pragma once

#include <string>
#include <string_view>

#include "ae/base/result.h"

namespace ae::ingest {

/// The line and column of a byte of `text`. Lines end with LF, CR or CRLF. Costs a walk over the text before
/// it, so it is for messages. `first_line` is the line on which `text` begins.
Place place_at(const std::string& source, std::string_view text, std::size_t offset,
               std::int64_t first_line = 1);

}  // namespace ae::ingest
