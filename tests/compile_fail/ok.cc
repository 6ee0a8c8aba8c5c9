// compiles
#include "ae/base/result.h"
#include "ae/base/text.h"

ae::Text deals() { return {"{count} deals", "{count} 个商机"}; }

ae::Result<int> read_count() { return 14; }

ae::Result<int> read_count_twice() {
  AE_TRY(const int first, read_count());
  AE_TRY(const int second, read_count());
  AE_TRY_VOID(read_count());
  return first + second;
}
