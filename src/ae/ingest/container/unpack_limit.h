#pragma once

#include <cstddef>
#include <string>

#include "ae/base/result.h"

namespace ae::ingest {

/// How much a compressed input may become. Text shrinks to a tenth, a table full of repetitions to a
/// fiftieth; what shrank to less than a 250th and is large all the same was made to fill the memory.
struct UnpackLimit {
  std::size_t most_bytes = std::size_t{2} << 30U;
  std::size_t most_times = 250;
  std::size_t always_allowed = std::size_t{64} << 20U;  ///< whatever the ratio

  bool allows(std::size_t packed, std::size_t unpacked) const {
    return unpacked <= most_bytes && (unpacked <= always_allowed || unpacked / most_times <= packed);
  }
};

/// too_large_when_unpacked.
Error too_large_when_unpacked(const std::string& source);
/// damaged_file: the packed data breaks off or its checksum is wrong; `format` is "gzip", "zstd", "xlsx".
Error damaged_file(const std::string& source, std::string_view format);

}  // namespace ae::ingest
