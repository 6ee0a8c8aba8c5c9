#pragma once

#include <string>
#include <string_view>

#include "ae/base/result.h"
#include "ae/ingest/container/unpack_limit.h"

namespace ae::ingest {

bool is_zstandard(std::string_view bytes);

/// What a zstd file holds, all of its frames one after the other. Frames that ask for more than 128 MiB of
/// window are refused. Errors: damaged_file, too_large_when_unpacked.
Result<std::string> unpack_zstandard(std::string_view bytes, const std::string& source,
                                     const UnpackLimit& limit = {});

}  // namespace ae::ingest
