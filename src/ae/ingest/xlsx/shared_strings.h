#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ae/base/result.h"
#include "ae/ingest/csv/grid_builder.h"
#include "ae/ingest/xlsx/zip_archive.h"

namespace ae::ingest::xlsx {

/// The texts that cells of a workbook share, in their order, kept by `grid`. Pronunciations beside the
/// characters are left out. Errors: damaged_file, too_large_when_unpacked.
Result<std::vector<std::string_view>> read_shared_strings(ZipArchive& archive, const std::string& file,
                                                          const std::string& source, csv::GridBuilder& grid);

/// Characters that XML cannot hold stand as _x000D_ in a workbook: line ends and tabs come back, other
/// control characters are left out.
std::string without_escapes(std::string_view text);
/// Whether one may stand in a text.
inline bool has_escapes(std::string_view text) { return text.find("_x") != std::string_view::npos; }

}  // namespace ae::ingest::xlsx
