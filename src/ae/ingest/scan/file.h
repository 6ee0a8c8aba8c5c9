#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace ae::ingest::scan {

/// A regular file of which pieces are read at any place, by several threads at once.
class File {
 public:
  /// nullopt for what is no regular file, or cannot be opened.
  static std::optional<File> open(const std::string& path);
  File(File&& other) noexcept;
  File& operator=(File&&) = delete;
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File();

  /// In bytes, when it was opened.
  std::size_t size() const { return size_; }
  /// Reads `count` bytes from `offset` on; false when they are not all there.
  bool read(std::size_t offset, std::size_t count, char* into) const;

 private:
  File(int descriptor, std::size_t size) : descriptor_(descriptor), size_(size) {}

  int descriptor_;
  std::size_t size_;
};

}  // namespace ae::ingest::scan
