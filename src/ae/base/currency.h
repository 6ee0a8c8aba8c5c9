#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <string_view>

namespace ae {

/// An ISO 4217 currency, or none: the currency of amounts that no one named a currency for.
class Currency {
 public:
  /// No currency: prints without a code and with two decimals.
  constexpr Currency() = default;

  /// The ISO 4217 currency with this code, in either case: one in use, or withdrawn of late (a deal of 2025
  /// may be in BGN); nullopt when there is none.
  static std::optional<Currency> from_code(std::string_view code);

  constexpr bool is_none() const { return code_[0] == 0; }
  /// "USD"; empty for none.
  constexpr std::string_view code() const { return {code_.data(), is_none() ? 0U : 3U}; }
  /// Digits after the decimal point: 2 for USD, 0 for JPY, 3 for KWD.
  constexpr int decimals() const { return decimals_; }
  /// Minor units in one major unit: 100 for USD.
  constexpr std::int64_t minor_units() const {
    std::int64_t units = 1;
    for (int digit = 0; digit < decimals_; ++digit) units *= 10;
    return units;
  }
  /// The sign that people write before an amount ("$", "€", "¥"); empty where there is none of its own.
  std::string_view sign() const;

  constexpr auto operator<=>(const Currency& other) const { return order() <=> other.order(); }
  constexpr bool operator==(const Currency& other) const {
    return std::bit_cast<std::uint32_t>(*this) == std::bit_cast<std::uint32_t>(other);
  }

 private:
  /// A number that is ordered as the codes are, and the decimals behind them.
  constexpr std::uint32_t order() const {
    std::uint32_t number = 0;
    for (const char letter : code_) number = number << 8U | static_cast<unsigned char>(letter);
    return number << 8U | static_cast<std::uint8_t>(decimals_);
  }

  std::array<char, 3> code_{};
  std::int8_t decimals_ = 2;
};

}  // namespace ae
