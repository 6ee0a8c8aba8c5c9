#include "ae/base/currency.h"

#include <algorithm>
#include <array>

namespace ae {
namespace {

// ISO 4217:2015 with amendments to 2025, in order of code; those whose minor unit is not a hundredth stand
// apart below.
constexpr std::string_view kCodes =
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
    "CLP "
    "CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL "
    "HTG "
    "HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD "
    "MDL "
    "MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG "
    "QAR "
    "RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD "
    "TWD "
    "TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG ";
// Withdrawn of late: deals of some years ago are still in them.
constexpr std::string_view kWithdrawn = "ANG BGN HRK ";
constexpr std::string_view kWithoutMinorUnit =
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF ";
constexpr std::string_view kThousandths = "BHD IQD JOD KWD LYD OMR TND ";

struct Sign {
  std::string_view code;
  std::string_view sign;
};
constexpr Sign kSigns[] = {{"CNY", "¥"},   {"EUR", "€"}, {"GBP", "£"}, {"INR", "₹"},
                           {"JPY", "JP¥"}, {"KRW", "₩"}, {"USD", "$"}};

constexpr std::size_t kLetters = 26;

/// The place of a code of three capitals among all there could be.
constexpr std::size_t place_of(std::string_view code) {
  std::size_t place = 0;
  for (const char letter : code.substr(0, 3))
    place = place * kLetters + static_cast<std::size_t>(letter - 'A');
  return place;
}

/// By place: decimals + 1 of a currency; 0 of what is none.
constexpr auto kDecimals = [] {
  std::array<std::int8_t, kLetters * kLetters * kLetters> decimals{};
  const auto set = [&](std::string_view codes, std::int8_t value) {
    for (std::size_t at = 0; at < codes.size(); at += 4) decimals[place_of(codes.substr(at, 3))] = value;
  };
  set(kCodes, 2 + 1);
  set(kWithdrawn, 2 + 1);
  set(kWithoutMinorUnit, 0 + 1);
  set(kThousandths, 3 + 1);
  return decimals;
}();

}  // namespace

std::optional<Currency> Currency::from_code(std::string_view code) {
  if (code.size() != 3) return std::nullopt;
  Currency currency;
  std::transform(code.begin(), code.end(), currency.code_.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  const auto is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (!std::all_of(currency.code_.begin(), currency.code_.end(), is_letter)) return std::nullopt;
  const std::int8_t decimals = kDecimals[place_of({currency.code_.data(), 3})];
  if (decimals == 0) return std::nullopt;
  currency.decimals_ = static_cast<std::int8_t>(decimals - 1);
  return currency;
}

std::string_view Currency::sign() const {
  for (const Sign& sign : kSigns) {
    if (sign.code == code()) return sign.sign;
  }
  return {};
}

}  // namespace ae
