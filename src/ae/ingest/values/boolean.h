#pragma once

#include <optional>
#include <string_view>

namespace ae::ingest {

/// true, yes, y, t, 1, on, 是, 对, √, ja, oui, sí, はい and their opposites, in either case; nullopt for
/// anything else. Requires trimmed text.
std::optional<bool> parse_boolean(std::string_view cell);

}  // namespace ae::ingest
