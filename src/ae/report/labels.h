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

/// "1 open deal", "14 open deals".
inline Message open_deals(std::int64_t count) {
  const Text words = count == 1 ? Text{"{count} open deal", "{count} 个未结商机"}
                                : Text{"{count} open deals", "{count} 个未结商机"};
  return Message{words}.with("count", count);
}

}  // namespace ae::report
