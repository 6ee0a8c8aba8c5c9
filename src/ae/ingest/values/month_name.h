#pragma once

#include <optional>
#include <string_view>

namespace ae::ingest {

/// The month, 1 to 12, that a word names in English, German, French, Spanish or Chinese, in full or as it is
/// usually cut, in any case, with or without its accents and a full stop: "Mar", "März", "août", "ene.",
/// "三月".
std::optional<unsigned> month_of(std::string_view word);

}  // namespace ae::ingest
