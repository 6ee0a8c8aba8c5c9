#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ae::playbook {

/// The part of `text` around the byte `at`, as long as two lines of a terminal, with "…" where something was
/// left out. Words stay whole.
std::string excerpt(std::string_view text, std::size_t at);

}  // namespace ae::playbook
