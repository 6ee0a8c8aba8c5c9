#pragma once

namespace ae {

/// Prints the broken assumption with its place and ends the program at once with exit code 3.
[[noreturn]] void assertion_failed(const char* condition, const char* file, int line);

}  // namespace ae

/// States what only a bug can break; checked in every build.
#define AE_ASSERT(condition) ((condition) ? void() : ::ae::assertion_failed(#condition, __FILE__, __LINE__))
