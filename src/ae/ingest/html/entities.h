#pragma once

#include <string>
#include <string_view>

namespace ae::ingest::html {

/// Characters in place of references: &amp; &#21830; &#x5546;. A reference that is none of the usual ones
/// stays as it is.
std::string without_references(std::string_view text);

}  // namespace ae::ingest::html
