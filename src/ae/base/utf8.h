#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ae {

/// One step through UTF-8 text.
struct Utf8Step {
  char32_t code_point = 0xfffd;
  std::size_t size = 1;  ///< bytes to move on; 1 for a byte that begins no valid sequence
  bool valid = false;    ///< false for overlong forms, surrogates, values beyond U+10FFFF and stray or missing bytes
};

/// The code point at the beginning of `text`, which must not be empty.
Utf8Step next_code_point(std::string_view text);

/// Offset of the first byte that is not valid UTF-8; npos when all is.
std::size_t first_invalid_utf8(std::string_view text);

}  // namespace ae
