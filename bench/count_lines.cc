/// What reading alone takes: count_lines FILE THREADS. Threads claim blocks of the file, read each into a
/// buffer that they use again, and count its line feeds.

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

constexpr std::size_t kBlock = std::size_t{512} << 10;

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define WITH_VECTORS [[gnu::target_clones("arch=skylake-avx512", "avx2", "default")]]
#else
#define WITH_VECTORS
#endif

WITH_VECTORS std::size_t line_feeds(const char* bytes, std::size_t count) {
  std::size_t found = 0;
  while (count > 0) {
    // So few that a byte holds their number.
    const std::size_t part = std::min<std::size_t>(count, 64 * 255);
    std::uint8_t lanes[64] = {};
    const std::size_t whole = part / 64 * 64;
    for (std::size_t at = 0; at < whole; at += 64) {
      for (std::size_t lane = 0; lane < 64; ++lane)
        lanes[lane] = static_cast<std::uint8_t>(lanes[lane] + (bytes[at + lane] == '\n' ? 1 : 0));
    }
    for (const std::uint8_t lane : lanes) found += lane;
    for (std::size_t at = whole; at < part; ++at) found += bytes[at] == '\n' ? 1 : 0;
    bytes += part;
    count -= part;
  }
  return found;
}

}  // namespace

int main(int count, char** values) {
  const int file = count == 3 ? open(values[1], O_RDONLY) : -1;
  struct stat facts{};
  if (file < 0 || fstat(file, &facts) != 0) {
    std::fputs("count_lines FILE THREADS\n", stderr);
    return 2;
  }
  const auto size = static_cast<std::size_t>(facts.st_size);
  std::atomic<std::size_t> next{0};
  std::atomic<std::size_t> found{0};
  const auto work = [&] {
    std::vector<char> buffer(kBlock);
    for (std::size_t at = kBlock * next++; at < size; at = kBlock * next++) {
      const ssize_t got = pread(file, buffer.data(), std::min(kBlock, size - at), static_cast<off_t>(at));
      if (got > 0) found += line_feeds(buffer.data(), static_cast<std::size_t>(got));
    }
  };
  std::vector<std::thread> threads;
  for (int thread = 1; thread < std::atoi(values[2]); ++thread) threads.emplace_back(work);
  work();
  for (std::thread& thread : threads) thread.join();
  std::printf("%zu\n", found.load());
  return 0;
}
