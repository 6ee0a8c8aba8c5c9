#pragma once

#include <string_view>

#include "ae/base/text.h"

namespace ae {

/// Whether the words hold a character of the script that the language is written in: a Latin letter for
/// English, a Han character for Chinese. Reads UTF-8.
bool holds_script_of(Language language, std::string_view words);

}  // namespace ae
