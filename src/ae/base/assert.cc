#include "ae/base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace ae {

void assertion_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "ae: internal error: %s (%s:%d)\n", condition, file, line);
  std::_Exit(3);
}

}  // namespace ae
