#include "ae/app/amount_text.h"

#include "ae/app/flag_value.h"

namespace ae::app {

Result<Money> exact_amount(std::string_view flag, const std::string& text, Currency currency) {
  if (text.find_first_not_of("0123456789.") != std::string::npos || text.empty() ||
      text.find('.') != text.rfind('.'))
    return fail(bad_value(flag, text, Text{"a plain amount: 1200000", "普通数字金额：1200000"}));
  const std::size_t point = text.find('.');
  std::string digits = text.substr(0, point);
  std::string decimals = point == std::string::npos ? "" : text.substr(point + 1);
  while (!decimals.empty() && decimals.back() == '0') decimals.pop_back();
  const auto places = static_cast<std::size_t>(currency.decimals());
  if (decimals.size() > places) {
    return fail(bad_value(
        flag, text,
        Text{"an amount with no more decimals than its currency has", "小数位不超过币种精度的金额"}));
  }
  digits += decimals + std::string(places - decimals.size(), '0');
  Int128 minor = 0;
  for (const char digit : digits) {
    minor = minor * 10 + (digit - '0');
    if (!narrow(minor)) {
      return fail(bad_value(flag, text,
                            Text{"an amount that can be stated exactly: this one is far too large",
                                 "可精确表示的金额：此值过大"}));
    }
  }
  return Money{*narrow(minor), currency};
}

}  // namespace ae::app
