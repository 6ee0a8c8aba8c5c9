#pragma once

#include <string>

#include "ae/base/text.h"

namespace ae::cli {

/// The manual page of ae in roff (man macros), every command and flag included.
std::string manual_page(const Languages& languages);

}  // namespace ae::cli
