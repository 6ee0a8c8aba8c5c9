#pragma once

#include <cstdint>
#include <string_view>

namespace ae::ingest {

/// The CRC-32 of bytes that come piece by piece.
class Checksum {
 public:
  void add(std::string_view piece);
  std::uint32_t value() const { return value_; }

 private:
  std::uint32_t value_ = 0;
};

}  // namespace ae::ingest
