#pragma once

#include <string_view>

namespace ae::ingest {

/// Without the blanks and invisible marks around it. Borrowed from `cell`.
std::string_view trimmed(std::string_view cell);

/// True for the words by which systems and people write "nothing here": n/a, null, none, -, —, 无, k.A., s/o,
/// in either case. Requires trimmed text. The empty cell is missing, 0 is not.
bool is_missing(std::string_view cell);

}  // namespace ae::ingest
