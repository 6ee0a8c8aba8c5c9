#pragma once

#include <cstdint>

#include "ae/base/text.h"

namespace ae::report {

/// "1 deal", "14 deals".
inline Message deals(std::int64_t count) {
  const Text words =
      count == 1 ? Text{"{count} deal", "{count} 个商机"} : Text{"{count} deals", "{count} 个商机"};
  return Message{words}.with("count", count);
}

}  // namespace ae::report
