#include "ae/ingest/scan/file.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace ae::ingest::scan {

std::optional<File> File::open(const std::string& path) {
  struct stat facts{};
  // A FIFO that is opened and closed again has lost its writer.
  if (stat(path.c_str(), &facts) != 0 || !S_ISREG(facts.st_mode)) return std::nullopt;
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return std::nullopt;
  const bool regular = fstat(descriptor, &facts) == 0 && S_ISREG(facts.st_mode);
  File file(descriptor, regular ? static_cast<std::size_t>(facts.st_size) : 0);
  if (!regular) return std::nullopt;
  return file;
}

File::File(File&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)), size_(other.size_) {}

File::~File() {
  if (descriptor_ >= 0) close(descriptor_);
}

bool File::read(std::size_t offset, std::size_t count, char* into) const {
  while (count > 0) {
    const ssize_t got = pread(descriptor_, into, count, static_cast<off_t>(offset));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    offset += static_cast<std::size_t>(got);
    into += got;
    count -= static_cast<std::size_t>(got);
  }
  return true;
}

}  // namespace ae::ingest::scan
