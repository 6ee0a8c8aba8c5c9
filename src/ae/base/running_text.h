#pragma once

#include <string>

#include "ae/base/date.h"
#include "ae/base/money.h"
#include "ae/base/text.h"

/// How dates and amounts read in running text and in key figures, by the usage of each language. Tables,
/// charts and machine formats do not use it: there every amount has all its digits and every date is ISO, and
/// so has a message about what stands in a file or is to be typed, where the reader looks for it as it is
/// written.
namespace ae {

/// "2026-03-31"; in Chinese 2026年3月31日. Empty for none.
Message running_text(Date date);

/// "$1,319,000.50", with all its decimals; in Chinese the same sign and the amount in 万, 亿 or 万亿 from ten
/// thousand on, rounded once, half to even, to two decimals of that unit, of which none ends in 0:
///
///     9,999.99 → ¥9,999.99        10,000 → ¥1万         4,165,000 → ¥416.5万
///     99,995,000 → ¥9,999.5万     99,999,999 → ¥1亿     -1,319,000.50 → -$131.9万
Message running_text(const Money& money);

/// The amount with its sign and all its decimals, in every language: "$1,319,000.50", "CHF 1,200.00"; no
/// currency: "1,319,000.50". Minus before the sign: "-$5.00".
std::string full_words(const Money& money);

}  // namespace ae
