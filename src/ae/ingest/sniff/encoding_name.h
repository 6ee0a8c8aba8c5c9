#pragma once

#include <optional>
#include <string_view>

#include "ae/base/result.h"

namespace ae::ingest {

/// An encoding that text can be read in.
struct Encoding {
  std::string_view name;   ///< as it is reported: "GB18030"
  std::string_view iconv;  ///< as iconv knows it
};

inline constexpr Encoding kUtf8{"UTF-8", "UTF-8"};
inline constexpr Encoding kUtf16Le{"UTF-16LE", "UTF-16LE"};
inline constexpr Encoding kUtf16Be{"UTF-16BE", "UTF-16BE"};
inline constexpr Encoding kUtf32Le{"UTF-32LE", "UTF-32LE"};
inline constexpr Encoding kUtf32Be{"UTF-32BE", "UTF-32BE"};
inline constexpr Encoding kGb18030{"GB18030", "GB18030"};
inline constexpr Encoding kBig5{"Big5", "BIG5"};
/// With the characters that Windows adds.
inline constexpr Encoding kShiftJis{"Shift_JIS", "CP932"};
inline constexpr Encoding kWindows1252{"windows-1252", "CP1252"};

/// The encoding that a user names: case, blanks and `- _` do not count; common other names are known ("GBK",
/// "cp1252", "latin1", "sjis"). Error: unknown_encoding with near misses.
Result<Encoding> encoding_named(std::string_view name);

}  // namespace ae::ingest
