#include "ae/render/gauge_scale.h"

#include <algorithm>

#include "ae/render/words.h"

namespace ae::render {
namespace {

std::string words_of(const doc::Multiple& multiple) {
  return words(doc::Value(multiple), kAllLanguages.front());
}

}  // namespace

GaugeScale scale_of(const doc::Gauge& gauge) {
  constexpr double kRoomBeyondLargest = 1.2;
  const auto at_least_zero = [](const doc::Multiple& multiple) {
    return std::max(0.0, multiple.value.as_double());
  };
  const double value = at_least_zero(gauge.value);
  const double low = at_least_zero(gauge.target_low);
  const double high = gauge.target_high ? std::max(low, at_least_zero(*gauge.target_high)) : low;
  const double end = kRoomBeyondLargest * std::max(value, high);
  if (end <= 0) return {0, 0, gauge.target_high ? 0.0 : 1.0};
  return {value / end, low / end, gauge.target_high ? high / end : 1.0};
}

std::string target_words(const doc::Gauge& gauge) {
  if (!gauge.target_high) return "≥ " + words_of(gauge.target_low);
  return words_of(gauge.target_low) + "–" + words_of(*gauge.target_high);
}

}  // namespace ae::render
