#include "ae/base/probability.h"

namespace ae {

std::string Probability::str() const {
  std::string text = to_decimal(millionths_, 6);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace ae
