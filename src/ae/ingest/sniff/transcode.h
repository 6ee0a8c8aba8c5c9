#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ae/ingest/sniff/encoding_name.h"

namespace ae::ingest {

/// Bytes read in an encoding.
struct Transcoded {
  std::string text;                    ///< in UTF-8; what comes before the wrong byte when there is one
  std::optional<std::size_t> stopped;  ///< the byte at which no character of the encoding begins
};

/// Reads bytes in an encoding, with no locale and no state. A character cut off at the end stops it, too.
/// Nothing is read when the system lacks the encoding: stopped is 0.
Transcoded transcode(std::string_view bytes, const Encoding& encoding);

/// Text written in an encoding.
struct Encoded {
  std::string bytes;                   ///< what comes before the wrong character when there is one
  std::optional<std::size_t> stopped;  ///< the byte of the text at which a character begins that it lacks
};

/// Writes UTF-8 in an encoding, without a byte order mark; the way back from transcode.
Encoded encode(std::string_view text, const Encoding& encoding);

}  // namespace ae::ingest
