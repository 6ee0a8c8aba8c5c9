#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "ae/base/currency.h"

namespace ae::ingest {

/// What a cell says about its currency: nothing, a currency, or a sign that several share.
struct CurrencyMark {
  enum class Kind : std::uint8_t { kNone, kNamed, kDollar, kYen };

  Kind kind = Kind::kNone;
  Currency named;

  /// The currency it stands for where nothing else says: $ is USD, ¥ and 元 are `yen` (none when the file
  /// does not tell Chinese from Japanese).
  Currency settled(Currency yen) const;
  /// Whether it can stand for `currency`: $ for every dollar, ¥ for CNY and JPY.
  bool allows(Currency currency) const;

  bool operator==(const CurrencyMark&) const = default;
};

/// What two marks on one amount say together: of "$" and "USD" the code; nullopt when they disagree.
std::optional<CurrencyMark> agreed(const CurrencyMark& a, const CurrencyMark& b);

/// Takes a currency sign or code off the front or the back of an amount: "US$", "€", "CHF", "人民币", "元".
/// None when there is none. A code of letters counts only where no letter touches it.
CurrencyMark take_front_mark(std::string_view& amount);
CurrencyMark take_back_mark(std::string_view& amount);

/// Reads a whole cell as the name of a currency; nullopt when it is none.
std::optional<CurrencyMark> parse_currency_name(std::string_view cell);

}  // namespace ae::ingest
