// Whatever the bytes: the scan gives what the plain reader gives, or leaves them to it. The first byte
// chooses the size of the blocks and the number of threads.

#include "scan_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size >= 2) scan_check::check_scan(std::string(bytes + 1, bytes + size), bytes[0], size);
  return 0;
}
