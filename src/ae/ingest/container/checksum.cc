#include "ae/ingest/container/checksum.h"

#include <zlib.h>

namespace ae::ingest {

void Checksum::add(std::string_view piece) {
  value_ = static_cast<std::uint32_t>(
      crc32_z(value_, reinterpret_cast<const Bytef*>(piece.data()), piece.size()));  // NOLINT
}

}  // namespace ae::ingest
