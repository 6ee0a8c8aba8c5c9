#pragma once

#include <optional>
#include <string>

#include "ae/base/text.h"
#include "ae/doc/document.h"

namespace ae::render {

/// A gauge's marks as shares of its length, which ends a little beyond the largest of them. Below zero counts
/// as zero.
struct GaugeScale {
  double value = 0;
  double target_low = 0;
  double target_high = 1;  ///< the end of the scale where the target has no upper end
};

GaugeScale scale_of(const doc::Gauge& gauge);

/// The target band in words: "3.00×–4.00×", or "≥ 3.00×" without an upper end.
std::string target_words(const doc::Gauge& gauge);

}  // namespace ae::render
