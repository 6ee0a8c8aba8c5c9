#include "ae/ingest/source.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
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

Result<std::string> read_to_end(const Descriptor& file, const std::string& path) {
  constexpr std::size_t kBlock = std::size_t{1} << 20;
  std::string bytes;
  struct stat facts{};
  const bool sized = fstat(file.number(), &facts) == 0 && S_ISREG(facts.st_mode);
  // One byte more than the file holds, so that a regular file ends without growing the buffer again.
  std::size_t block = sized ? static_cast<std::size_t>(facts.st_size) + 1 : kBlock;
  std::size_t filled = 0;
  while (true) {
    bytes.resize(filled + block);
    const ssize_t got = read(file.number(), bytes.data() + filled, block);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(errno == EISDIR ? is_directory(path) : unreadable(path, errno));
    filled += static_cast<std::size_t>(got);
    if (got == 0) break;
    block = kBlock;
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
