#include "ae/ingest/source.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ae::ingest {
namespace {

/// A file descriptor that is closed at the end, unless it is standard input.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ > STDIN_FILENO) close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

Error not_found(const std::string& path) {
  return {"file_not_found",
          Message{Text{"There is no file {file}", "找不到文件 {file}"}}.with("file", path),
          Text{"Check the path; ls shows what is there", "请检查路径；用 ls 可查看目录内容"},
          {path, 0, 0},
          "",
          {}};
}

Error is_directory(const std::string& path) {
  return {"is_a_directory",
          Message{Text{"{file} is a directory", "{file} 是目录"}}.with("file", path),
          Text{"Name the file in it that holds the opportunities", "请指定其中存放商机的文件"},
          {path, 0, 0},
          "",
          {}};
}

Error unreadable(const std::string& path, int reason) {
  return {"file_unreadable",
          Message{Text{"{file} cannot be read: {reason}", "无法读取 {file}：{reason}"}}
              .with("file", path)
              .with("reason", std::string_view(strerrordesc_np(reason))),
          Text{"Check its permissions with ls -l", "请用 ls -l 检查权限"},
          {path, 0, 0},
          "",
          {}};
}

Error input_too_large(const std::string& path, std::size_t most) {
  return {
      "input_too_large",
      Message{Text{"{file} goes on beyond {limit} MiB", "{file} 超过 {limit} MiB 仍未结束"}}
          .with("file", path)
          .with("limit", static_cast<std::int64_t>(most >> 20U)),
      Text{"Check what writes it; a table that is truly this large can be read from a file, cut by period",
           "请检查数据来源；若表格确有这么大，请按期间拆分并存为文件后读取"},
      {path, 0, 0},
      "",
      {}};
}

Error only_nul(const std::string& path) {
  return {"nul_byte",
          Message{Text{"{file} holds nothing but NUL bytes", "{file} 中全是 NUL 字节"}}.with("file", path),
          Text{"Name the file or the command that gives the table", "请指定给出表格的文件或命令"},
          {path, 1, 1},
          "\\x00",
          {}};
}

/// True when the first block of something endless (/dev/zero) says that no text will come.
bool is_void(std::string_view beginning) {
  constexpr std::size_t kEnough = 4096;
  return beginning.size() >= kEnough && beginning.find_first_not_of('\0') == std::string_view::npos;
}

/// Room for a file that is known to be so large. Memory of a large one comes in large pages, of which each is
/// cheap next to as much in small ones.
void make_room_for_all(std::string& bytes, std::size_t size) {
  constexpr std::uintptr_t kLargePage = std::uintptr_t{2} << 20U;
  bytes.reserve(size);
  const auto begin = (reinterpret_cast<std::uintptr_t>(bytes.data()) + kLargePage - 1) & ~(kLargePage - 1);
  const auto end = reinterpret_cast<std::uintptr_t>(bytes.data() + size) & ~(kLargePage - 1);
  // Advice: that it is not taken does not matter.
  if (begin < end) madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);  // NOLINT
}

/// Makes room for a block more. Grows by four, so that no more than a quarter is ever copied.
void make_room_for_more(std::string& bytes, std::size_t filled, std::size_t block) {
  constexpr std::size_t kGrowth = 4;
  if (bytes.capacity() < filled + block) bytes.reserve(std::max(filled + block, bytes.capacity() * kGrowth));
}

Result<std::string> read_to_end(const Descriptor& file, const std::string& path) {
  constexpr std::size_t kBlock = std::size_t{1} << 20U;
  std::string bytes;
  struct stat facts{};
  const bool sized = fstat(file.number(), &facts) == 0 && S_ISREG(facts.st_mode);
  const std::size_t most = sized ? kMostOfAFile : kMostOfAStream;
  if (sized && static_cast<std::size_t>(facts.st_size) > most) return fail(input_too_large(path, most));
  // One byte more than the file holds, so that a regular file ends without growing the buffer again.
  if (sized) make_room_for_all(bytes, static_cast<std::size_t>(facts.st_size) + 1);
  std::size_t filled = 0;
  while (true) {
    if (!sized || bytes.capacity() == filled) make_room_for_more(bytes, filled, kBlock);
    const std::size_t block = sized ? bytes.capacity() - filled : kBlock;
    bytes.resize(filled + block);
    const ssize_t got = read(file.number(), bytes.data() + filled, block);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(errno == EISDIR ? is_directory(path) : unreadable(path, errno));
    filled += static_cast<std::size_t>(got);
    if (got == 0) break;
    if (filled > most) return fail(input_too_large(path, most));
    if (!sized && filled <= kBlock && is_void({bytes.data(), filled})) return fail(only_nul(path));
  }
  bytes.resize(filled);
  return bytes;
}

}  // namespace

Result<Source> read_source(const std::string& path) {
  const bool standard_input = path == "-";
  const std::string name = standard_input ? "stdin" : path;
  const Descriptor file(standard_input ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) {
    const int reason = errno;
    return fail(reason == ENOENT || reason == ENOTDIR ? not_found(path) : unreadable(path, reason));
  }
  AE_TRY(std::string bytes, read_to_end(file, name));
  return Source{name, std::move(bytes)};
}

}  // namespace ae::ingest
