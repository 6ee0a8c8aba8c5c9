#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ae/ingest/sniff/encoding_name.h"

namespace ae::ingest {

/// How a text looks when its bytes are read in one of the encodings that cannot be told by their bytes alone.
struct Reading8Bit {
  Encoding encoding;
  std::size_t words = 0;  ///< names of columns and stages outside of ASCII that are known
  double frequency = 0;   ///< from -1 (characters nobody writes) to 1 (only frequent ones)
  std::string example;    ///< the first cell that is not ASCII, read so
};

/// GB18030, Big5, Shift_JIS and windows-1252, as far as the bytes are valid in them, the likeliest first: by
/// words, then by frequency. Looks at no more than the first 64 KB of the lines that are not ASCII.
std::vector<Reading8Bit> readings_of(std::string_view bytes);

/// What the likeliest reading rests on.
enum class Evidence : std::uint8_t { kNone, kFrequency, kWords };
Evidence evidence_for_first(const std::vector<Reading8Bit>& readings);

}  // namespace ae::ingest
