#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ae/base/result.h"

namespace ae::ingest {

/// A kind of file that holds no table that we read, and what helps.
struct ForeignFormat {
  Text what;  ///< with its article: "a PDF"
  Text hint;
};

/// What the bytes are, by how they begin: an old or encrypted Excel workbook, Parquet, a PDF, an image, a
/// program, an archive, a database. nullopt for everything else, text of any kind among it.
std::optional<ForeignFormat> foreign_format(std::string_view bytes);

/// not_a_table: names what the file is instead, with a hint.
Error not_a_table(const std::string& source, const ForeignFormat& format);

}  // namespace ae::ingest
