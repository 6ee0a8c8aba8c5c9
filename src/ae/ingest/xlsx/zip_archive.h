#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "ae/base/result.h"

namespace ae::ingest::xlsx {

/// The files of a ZIP archive, found by its directory. Borrows the bytes. Reads what spreadsheets write:
/// stored and deflated files, in one piece, not encrypted.
class ZipArchive {
 public:
  /// Error: damaged_file when there is no directory, or it points outside of the bytes.
  static Result<ZipArchive> open(std::string_view bytes, const std::string& source);

  /// Names compare without case, as Excel takes them.
  bool has(std::string_view name) const;
  /// Unpacks a file and hands each piece to `take`, which says whether to go on; an archive without it gives
  /// no piece. Errors: damaged_file; too_large_when_unpacked, counted over all files read so far.
  Result<void> read(std::string_view name, const std::function<bool(std::string_view piece)>& take);
  /// The file whole; empty when there is none.
  Result<std::string> text(std::string_view name);

 private:
  struct Entry {
    std::uint16_t method = 0;
    std::uint16_t flags = 0;
    std::size_t packed = 0;
    std::size_t offset = 0;
    std::uint32_t checksum = 0;
  };

  Result<void> read_directory(std::size_t end);
  Result<std::string_view> packed_bytes(const Entry& entry) const;

  std::string_view bytes_;
  std::string source_;
  std::map<std::string, Entry> entries_;
  std::size_t unpacked_ = 0;
};

bool is_zip(std::string_view bytes);

}  // namespace ae::ingest::xlsx
