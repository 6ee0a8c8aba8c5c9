#include "ae/base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace ae {

void assertion_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "ae: internal error: %s (%s:%d)\n", condition, file, line);
#if defined(AE_FUZZ)
  std::abort();  // which libFuzzer notices, and keeps the input
#else
  std::_Exit(3);
#endif
}

}  // namespace ae
