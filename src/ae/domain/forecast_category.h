#pragma once

#include <cstdint>
#include <string_view>

#include "ae/base/enum_array.h"
#include "ae/base/probability.h"
#include "ae/base/text.h"

namespace ae {

/// A judgement on how likely an open deal closes this period, strongest first; kNone where nothing says.
enum class ForecastCategory : std::uint8_t {
  kCommit,
  kBestCase,
  kPipeline,
  kUpside,
  kOmitted,
  kClosed,
  kNone,
  kCount
};

constexpr std::string_view key(ForecastCategory category) {
  constexpr std::string_view kKeys[] = {"commit",  "best_case", "pipeline", "upside",
                                        "omitted", "closed",    "none"};
  return kKeys[static_cast<std::size_t>(category)];
}

Text name(ForecastCategory category);

}  // namespace ae
