#include "ae/base/exact.h"

namespace ae {

std::string to_decimal(std::int64_t value, int digits) {
  const bool negative = value < 0;
  std::string text = std::to_string(value).substr(negative ? 1 : 0);
  const auto places = static_cast<std::size_t>(digits);
  if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
  if (places > 0) text.insert(text.size() - places, ".");
  return negative ? "-" + text : text;
}

}  // namespace ae
