#include "ae/ingest/sniff/utf8.h"

#include <cstdint>
#include <cstring>

#include "ae/base/utf8.h"

namespace ae::ingest {
std::size_t first_invalid_utf8(std::string_view text) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  std::size_t at = 0;
  while (at < text.size()) {
    std::uint64_t eight = 0;
    if (at + sizeof eight <= text.size()) {
      std::memcpy(&eight, text.data() + at, sizeof eight);
      if ((eight & kHighBits) == 0) {
        at += sizeof eight;
        continue;
      }
    }
    const Character next = first_character(text.substr(at));
    if (!next.valid) return at;
    at += next.bytes;
  }
  return at;
}

}  // namespace ae::ingest
