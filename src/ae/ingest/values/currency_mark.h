#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "ae/base/currency.h"

namespace ae::ingest {

/// What a cell says about its currency: nothing, a currency, or a sign that several share.
struct CurrencyMark {
  enum class Kind : std::uint8_t { kNone, kNamed, kDollar, kYen, kKrone, kRupee, kCount };

  Kind kind = Kind::kNone;
  Currency named;

  /// Whether only the file or the user can say which currency it is: ¥ and 元, kr, Rs.
  bool needs_settling() const { return kind == Kind::kYen || kind == Kind::kKrone || kind == Kind::kRupee; }
  /// The currency it stands for where nothing else says: $ is USD, a mark that needs settling is `shared`.
  Currency settled(Currency shared) const;
  /// Whether it can stand for `currency`: $ for every dollar, ¥ for CNY and JPY, kr for SEK, NOK, DKK and
  /// ISK, Rs for the rupees.
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
