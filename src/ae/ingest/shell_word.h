#pragma once

#include <string>
#include <string_view>

namespace ae::ingest {

/// `text` as one word of a POSIX shell, so that a command in a hint works as it is pasted: Engaging=demo
/// stays, On Hold=demo becomes 'On Hold=demo'.
std::string shell_word(std::string_view text);

}  // namespace ae::ingest
