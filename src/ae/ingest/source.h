#pragma once

#include <cstddef>
#include <string>

#include "ae/base/result.h"

namespace ae::ingest {

/// The bytes of one input under the name that people gave it.
struct Source {
  std::string name;
  std::string bytes;
};

/// The most bytes of a regular file that are read.
inline constexpr std::size_t kMostOfAFile = std::size_t{4} << 30U;
/// The most bytes of a pipe, a terminal or a device, which may never end.
inline constexpr std::size_t kMostOfAStream = std::size_t{256} << 20U;

/// Reads a file whole; "-" is standard input (file descriptor 0) and is named "stdin".
/// Errors: file_not_found, is_a_directory, file_unreadable, input_too_large; nul_byte when a
/// device gives nothing else.
Result<Source> read_source(const std::string& path);

}  // namespace ae::ingest
