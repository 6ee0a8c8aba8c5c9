#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ae::render::spreadsheet {

/// A ZIP archive made in memory, one file after another. Bytes are packed as they come, so only the packed
/// ones are held. The same calls give the same bytes: no entry has a time of its own.
class ZipWriter {
 public:
  ZipWriter();
  ZipWriter(const ZipWriter&) = delete;
  ZipWriter& operator=(const ZipWriter&) = delete;
  ~ZipWriter();

  /// Begins the file `name` ("xl/workbook.xml"). Requires the one before to be ended.
  void begin(std::string_view name);
  void add(std::string_view bytes);
  void end();

  /// The archive; nullopt when it or a file in it is beyond the 4 GiB that the format can count.
  std::optional<std::string> finish();

 private:
  struct Entry {
    std::string name;
    std::uint64_t offset = 0, packed = 0, unpacked = 0;
    std::uint32_t checksum = 0;
  };
  struct Deflater;

  void pack(std::string_view bytes, bool is_last);

  std::unique_ptr<Deflater> deflater_;
  std::string bytes_;
  std::vector<Entry> entries_;
  std::uint64_t data_at_ = 0;  ///< where the packed bytes of the open file begin
};

}  // namespace ae::render::spreadsheet
