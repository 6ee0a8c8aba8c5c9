#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ae/base/result.h"

/// Changes to TOML files that people keep: the bytes of what is changed are replaced, every other byte stays,
/// comments and blanks too. Whatever a change cannot be made safely in is refused, and the file is as it was.
namespace ae::config {

/// `bytes` with the value at `path` ("meddic.champion.state", "contacts.0.title") set to `value`, which is
/// TOML. A key that is not there is added below the last one of its table; a table that is not there, at the
/// end of the file. Errors: toml_syntax; toml_edit_refused, when the path leads into an inline table or past
/// the end of a list, or the change would not come out as asked.
Result<std::string> with_toml_value(std::string_view bytes, const std::string& source, std::string_view path,
                                    std::string_view value);

/// `bytes` without the line of the value at `path`, which has to be there and alone on its line. Errors: as
/// above.
Result<std::string> without_toml_value(std::string_view bytes, const std::string& source,
                                       std::string_view path);

/// A name and the TOML of its value.
using TomlLines = std::vector<std::pair<std::string, std::string>>;

/// `bytes` with one [[array]] block more at the end of the file. Errors: as above.
Result<std::string> with_toml_block(std::string_view bytes, const std::string& source, std::string_view array,
                                    const TomlLines& lines);

/// `text` as a TOML string with its quotes: several lines and control characters are escaped.
std::string toml_string(std::string_view text);

}  // namespace ae::config
