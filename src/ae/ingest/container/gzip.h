#pragma once

#include <string>
#include <string_view>

#include "ae/base/result.h"
#include "ae/ingest/container/unpack_limit.h"

namespace ae::ingest {

bool is_gzip(std::string_view bytes);

/// What a gzip file holds, all of its members one after the other; zero bytes after the last are padding.
/// Errors: damaged_file, too_large_when_unpacked.
Result<std::string> unpack_gzip(std::string_view bytes, const std::string& source,
                                const UnpackLimit& limit = {});

}  // namespace ae::ingest
