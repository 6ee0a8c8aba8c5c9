#pragma once

#include <cstddef>
#include <string_view>

namespace ae::ingest {

/// Where the first byte stands that is not UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF;
/// text.size() when all is well.
std::size_t first_invalid_utf8(std::string_view text);

}  // namespace ae::ingest
