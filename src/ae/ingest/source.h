#pragma once

#include <string>

#include "ae/base/result.h"

namespace ae::ingest {

/// The bytes of one input under the name that people gave it.
struct Source {
  std::string name;
  std::string bytes;
};

/// Reads a file whole; "-" is standard input (file descriptor 0) and is named "stdin".
/// Errors: file_not_found, is_a_directory, file_unreadable.
Result<Source> read_source(const std::string& path);

}  // namespace ae::ingest
